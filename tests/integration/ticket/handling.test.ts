import type { Notice } from '@server/people/inbox.repository'
import { extensionAsked } from '../../factories/matters'
import { startCounty, type County } from '../harness'

/** What a unit does besides the edges of the life cycle (section 5). */
let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const titles = (personId: string, ticketId: string) =>
  county.documents<Notice>('inbox', { ticketId, personId }).map(({ title }) => title)

describe('extension (R-L3)', () => {
  it('R-L3 asked, shown to who decides, granted, and the reporter is told', async () => {
    const { id, reporter } = await extensionAsked(county)
    const until = Date.parse('2026-11-30T18:00:00+08:00')
    expect(titles('operator-1', id)).toContain('有延期申请待审批')
    const { ticket } = await county.as('operator-1').ok('ticket.get', { ticketId: id })
    expect(ticket).toMatchObject({ extension: { until }, waitsForMe: true })
    expect(ticket.timeline.at(-1)).toMatchObject({
      title: '申请延期到 11月30日 18:00',
      words: '水管配件要从外地调运。',
      internal: true,
    })
    const own = await county.as(reporter).ok('ticket.get', { ticketId: id })
    expect(own.ticket).not.toHaveProperty('extension')
    expect(JSON.stringify(own)).not.toContain('外地调运')
    const granted = await county.as('operator-1').ok('ticket.decideExtension', { ticketId: id, grant: true })
    expect(granted.ticket.due).toMatchObject({ at: until, state: 'ok' })
    expect(granted.ticket).not.toHaveProperty('extension')
    expect(titles(reporter, id)).toContain('办理时间延长')
    expect(titles('head-water', id)).toContain('已同意延期')
  })

  it('R-L3 two operators decide at once: one wins, the other is told', async () => {
    const { id } = await extensionAsked(county)
    const decide = (person: string, grant: boolean) =>
      county.as(person).call('ticket.decideExtension', { ticketId: id, grant })
    const both = await Promise.all([decide('operator-1', true), decide('operator-2', false)])
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(both.find(({ ok }) => !ok)).toMatchObject({ error: { code: 'RULE_REFUSED' } })
    const { events } = county.document('tickets', id)
    expect(events.filter(({ type }) => type === 'ticket.decideExtension')).toHaveLength(1)
  })
})
