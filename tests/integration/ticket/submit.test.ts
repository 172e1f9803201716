import { inStatus, newCitizen, submission } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const MINUTE = 60_000

describe('ticket.submit', () => {
  it('R-T1 R-T4 gives a number people can read out, and says what happens next and by when', async () => {
    const receipt = await county.as(newCitizen()).ok('ticket.submit', submission())
    expect(receipt.number).toMatch(/^LH20261124-\d{4}$/)
    expect(receipt.next).toBe('社情民意服务中心将在 11月24日 15:00 前受理。')
    expect(receipt.until).toBeGreaterThan(county.cloud.clock.now().getTime())
    expect(receipt).not.toHaveProperty('advice')
  })

  it('R-D1 R-D2 proposes kind, category, units and class with the reasons in words', async () => {
    const { ticketId } = await county.as(newCitizen()).ok('ticket.submit', submission())
    const { ticket } = await county.as('operator-1').ok('ticket.get', { ticketId })
    expect(ticket.proposal).toMatchObject({
      categoryId: { value: 'tap' },
      leadUnitId: { value: 'water', reasons: ['县水务局：供水管理办法第三条'] },
      coUnitIds: ['liulin'],
      handlingClass: { value: 'threeDay' },
    })
    expect(ticket.commands).toContain('ticket.dispatch')
  })

  it('R-T1 for an enterprise, with a name and a contact, kept for those who may see them', async () => {
    const enterprise = { name: '临河面粉厂', position: '经理' }
    const contact = { name: '陈长河', phone: '13900003333' }
    const { ticketId } = await county
      .as(newCitizen())
      .ok('ticket.submit', submission({ enterprise, contact }))
    const { ticket } = await county.as('operator-1').ok('ticket.get', { ticketId })
    expect(ticket.reporter).toEqual({
      name: '陈**',
      phone: '139****3333',
      enterprise: '临河面粉厂',
      position: '经理',
      others: 0,
    })
  })

  it('R-T2 the same request is the same ticket, told as it is today; other words are another request', async () => {
    const [person, requestId] = [newCitizen(), newRequestId()]
    const first = await county.as(person).ok('ticket.submit', submission(), requestId)
    await county.as('operator-1').ok('ticket.dispatch', {
      ticketId: first.ticketId,
      kind: 'help',
      categoryId: 'tap',
      leadUnitId: 'water',
      coUnitIds: [],
      handlingClass: 'threeDay',
    })
    const again = await county.as(person).ok('ticket.submit', submission(), requestId)
    expect([again.ticketId, again.number]).toEqual([first.ticketId, first.number])
    expect(again.next).toContain('已交县水务局办理')
    // The order in which a client writes its fields is no difference.
    const reversed = Object.fromEntries(Object.entries(submission()).reverse()) as ReturnType<
      typeof submission
    >
    expect((await county.as(person).ok('ticket.submit', reversed, requestId)).number).toBe(first.number)
    const other = submission({ words: '换了一件事：高山镇的路灯不亮了，请修一修。' })
    expect(await county.as(person).refused('ticket.submit', other, requestId)).toMatchObject({
      code: 'REQUEST_REUSED',
    })
    expect(county.documents('tickets', { 'reporter.personId': person })).toHaveLength(1)
  })

  it('two people with the same request id have nothing to do with each other', async () => {
    const requestId = newRequestId()
    const [a, b] = await Promise.all(
      [newCitizen(), newCitizen()].map((person) =>
        county.as(person).ok('ticket.submit', submission(), requestId),
      ),
    )
    expect(a!.ticketId).not.toBe(b!.ticketId)
  })

  it('R-X4 the fourth within ten minutes is too many and is not half made; staff have no other limit', async () => {
    for (const person of [newCitizen(), 'head-liulin']) {
      for (let n = 0; n < 3; n++) await county.as(person).ok('ticket.submit', submission())
      const before = county.dump()
      expect(await county.as(person).refused('ticket.submit', submission())).toMatchObject({
        code: 'RATE_LIMITED',
        message: '您提交得太快了，请过十分钟再提交',
      })
      expect(county.dump()).toBe(before)
    }
  })

  it('R-X4 the eleventh of a day is too many, and after midnight it is another day', async () => {
    const person = newCitizen()
    const start = county.cloud.clock.now().getTime()
    for (let n = 0; n < 10; n++) {
      await county.as(person).ok('ticket.submit', submission())
      county.cloud.clock.advance(11 * MINUTE)
    }
    expect(await county.as(person).refused('ticket.submit', submission())).toMatchObject({
      code: 'RATE_LIMITED',
      message: '一天最多提交 10 件，请明天再来',
    })
    county.cloud.clock.advance(15 * 60 * MINUTE)
    const { number } = await county.as(person).ok('ticket.submit', submission())
    expect(number).toMatch(/^LH20261125-/)
    county.cloud.clock.advance(start - county.cloud.clock.now().getTime())
  })

  it('R-P5 a tip-off is never proposed to those it names', async () => {
    const { ticketId } = await county
      .as(newCitizen())
      .ok('ticket.submit', submission({ kind: 'report', accusedUnitIds: ['water'] }))
    const { proposal, confidential } = county.document('tickets', ticketId)
    expect([proposal!.leadUnitId.value, ...proposal!.coUnitIds]).not.toContain('water')
    expect(confidential).toBe(true)
  })
})

it('every step is in the words of whoever reads it', async () => {
  const { id, reporter } = await inStatus(county, 'closed')
  const whoOf = async (person: string) =>
    (await county.as(person).ok('ticket.get', { ticketId: id })).ticket.timeline.map(({ who }) => who)
  expect((await whoOf(reporter))[0]).toBe('您')
  expect((await whoOf('operator-1'))[0]).toBe('反映人')
})
