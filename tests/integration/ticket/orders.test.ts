import { inputs, inStatus, submitted } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'

const DAY = 24 * 3600_000
let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const orders = async (who: string) =>
  (await county.as(who).ok('ticket.queue', { view: 'orders' })).items.map(({ id, order }) => ({
    id,
    ...order,
  }))
const figure = async (who: string, view: string) =>
  (await county.as(who).ok('ticket.figures', {})).totals.find((each) => each.view === view)?.total

describe('supervision orders through the cloud', () => {
  it('R-L4 R-S3 drafted by the clock, issued, answered, lifted; two supervisors at once issue one', async () => {
    const { id: ticketId } = await inStatus(county, 'handling')
    const { deadline } = county.document('tickets', ticketId).clock
    await county.advance(deadline!.getTime() - county.cloud.clock.now().getTime() + 3 * DAY + 1000)
    expect(await orders('supervisor-1')).toEqual([{ id: ticketId, grade: 1, state: 'draft' }])
    expect(await orders('head-water')).toEqual([])
    const { ticket } = await county.as('supervisor-1').ok('ticket.get', { ticketId })
    const [draft] = ticket.orders
    expect(draft).toMatchObject({ cause: 'overdue', unit: '县水务局' })
    expect((await county.as('operator-1').ok('ticket.get', { ticketId })).ticket.orders).toEqual([])

    const until = county.cloud.clock.now().getTime() + DAY
    const issue = () =>
      county
        .as('supervisor-1')
        .call('ticket.issueOrder', { ticketId, grade: '1', words: draft!.words, until })
    const both = await Promise.all([issue(), issue()])
    expect(both.map(({ ok }) => ok).sort()).toEqual([false, true])
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { fields: { grade: expect.any(String) } } })
    expect(await orders('head-water')).toEqual([{ id: ticketId, grade: 1, state: 'issued' }])
    expect(await figure('head-water', 'orders')).toBe(1)

    await county
      .as('head-water')
      .ok('ticket.answerOrder', { ticketId, words: '配件缺货，明天修复。', photos: [] })
    expect(await orders('head-water')).toEqual([])
    expect(await orders('supervisor-1')).toEqual([{ id: ticketId, grade: 1, state: 'answered' }])
    const lifted = await county.as('supervisor-1').ok('ticket.liftOrder', { ticketId, words: '已经到位' })
    expect(lifted.ticket.orders).toMatchObject([
      { state: 'lifted', answer: { words: '配件缺货，明天修复。' } },
    ])
    expect(lifted.ticket.timeline.map(({ title }) => title)).toEqual(
      expect.arrayContaining(['下达一级督查令', '答复一级督查令', '解除一级督查令']),
    )

    await county.advance(3 * DAY)
    expect(await orders('supervisor-1')).toMatchObject([{ id: ticketId, state: 'draft' }])
    const drop = { ticketId, words: '已经说明，不再核发' }
    const requestId = newRequestId()
    const supervisor = county.as('supervisor-1')
    expect(await supervisor.raw('ticket.dropOrder', drop, requestId)).toMatchObject({ ok: true })
    const { events } = county.document('tickets', ticketId)
    expect(await supervisor.raw('ticket.dropOrder', drop, requestId)).toMatchObject({ ok: true })
    expect(county.document('tickets', ticketId).events).toEqual(events)
    expect(await orders('supervisor-1')).toEqual([])

    const reporter = county.document('tickets', ticketId).reporter!.personId
    expect(JSON.stringify(await county.as(reporter).ok('ticket.get', { ticketId }))).not.toContain('督查令')
  })
})

describe('the to-do home', () => {
  it('every figure is the length of the list behind it, for each role', async () => {
    const back = await inStatus(county, 'inReview')
    await county.as('operator-1').ok('ticket.sendBack', { ticketId: back.id, missing: '请补上现场照片' })
    const returned = await submitted(county)
    await county.as('operator-1').ok('ticket.dispatch', { ticketId: returned.id, ...inputs.dispatch })
    await county.as('head-water').ok('ticket.returnTicket', {
      ticketId: returned.id,
      ground: 'wrongPlace',
      basis: '现场核对，不在本辖区。',
    })
    const near = await inStatus(county, 'dispatched')
    const { wakeAt } = county.document('tickets', near.id)
    await county.advance(wakeAt!.getTime() - county.cloud.clock.now().getTime() + 1000)
    const totals: Record<string, Record<string, number>> = {}
    for (const who of ['operator-1', 'handler-water', 'head-water', 'leader-1', 'supervisor-1']) {
      const figures = (await county.as(who).ok('ticket.figures', {})).totals
      totals[who] = Object.fromEntries(figures.map(({ view, total }) => [view, total]))
      for (const { view, total } of figures) {
        expect([who, view, (await county.as(who).ok('ticket.queue', { view })).total]).toEqual([
          who,
          view,
          total,
        ])
      }
    }
    expect(totals['head-water']).toMatchObject({ returned: 1 })
    expect(totals['operator-1']).toMatchObject({ returned: 1 })
    expect(Object.keys(totals['supervisor-1']!)).toEqual(['todo', 'orders', 'late', 'all'])
    const soon = (await county.as('head-water').ok('ticket.queue', { view: 'soon' })).items
    // R-L4: one mark for cards, lists and figures.
    expect(soon.every(({ due }) => due?.state === 'soon')).toBe(true)
    expect(totals['head-water']!.soon).toBeGreaterThan(0)
  })
})
