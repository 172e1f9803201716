import { act, elapse, inputs, make, sure, type Made } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import { reportsOf } from '../whistle'
import type { Ticket } from '../types'
import { MINUTE, momentOf } from '../workdays'

const { operator, townHead, townHandler, waterHandler, waterHead, policeHandler } = people
/** The township leads, the police helps from the start. */
const led = (made: Made = {}): Ticket => {
  const given = { ...inputs.dispatch, leadUnitId: 'town', coUnitIds: ['police'], handlingClass: 'fixed' }
  return act(act(make(made), operator, 'ticket.dispatch', given), townHandler, 'ticket.sign')
}
const blow = (ticket = led(), unitIds = ['water', 'police']) =>
  act(ticket, townHead, 'ticket.whistle', { unitIds, place: '小河村村委会', words: '河道垮塌，请到现场会商' })
const confirmed = (ticket = blow()) => act(ticket, operator, 'ticket.confirmWhistle', { grant: true })
const there = (ticket: Ticket, who = waterHandler, at?: Date) =>
  act(ticket, who, 'ticket.checkIn', { point: { latitude: 34.5, longitude: 113.5 }, photos: ['p.jpg'] }, at)
const last = (ticket: Ticket) => ticket.events.at(-1)!

describe('whistle and report-in (R-D8)', () => {
  it('R-D8 waits for an operator; confirmed, the departments are co-units and have 1 working day', () => {
    const asked = blow()
    expect(asked.waitsFor).toContain('centre:centre')
    expect(asked.coUnits.map(({ unitId }) => unitId)).toEqual(['police'])
    expect(refusal(() => blow(asked)).words).toContain('等中心确认')
    const ticket = confirmed(asked)
    expect(ticket.coUnits.map(({ unitId }) => unitId)).toEqual(['police', 'water'])
    expect(ticket.coUnits[1]!.due).toEqual(ticket.coUnits[0]!.due)
    expect(ticket.whistle).toMatchObject({ state: 'confirmed', called: { due: momentOf('2026-03-03', 18) } })
    const told = ticket.outbox.filter(({ seq }) => seq === ticket.head.seq)
    expect(told.map(({ to }) => to)).toEqual(['unit:water', 'unit:police'])
    expect(told[0]!.words).not.toContain('河道')
    const refused = act(asked, operator, 'ticket.confirmWhistle', { grant: false, words: '请先自行处置' })
    expect(refused).toMatchObject({ whistle: { state: 'refused' }, coUnits: [{ unitId: 'police' }] })
  })

  it('R-D8 R-D7 of an urgent matter they are called at once, and due by the minutes of the place', () => {
    const ticket = blow(led({ proposal: { urgent: sure(true) } }))
    const at = last(ticket).at
    expect(ticket.whistle?.called).toEqual({ at, due: new Date(at.getTime() + 60 * MINUTE) })
    expect(ticket.outbox.at(-1)).toMatchObject({ to: 'unit:police', urgent: true })
  })

  it('R-D8 each reports in with place and photo; the first named leads; who called hears it', () => {
    const before = there(led(), policeHandler)
    const ticket = there(confirmed(blow(before)))
    expect(reportsOf(ticket, last(ticket).at)).toEqual([
      { unitId: 'water', leads: true, at: last(ticket).at, late: false },
      // To have been there before the call does not count.
      { unitId: 'police', leads: false, late: false },
    ])
    expect(last(ticket).body?.facts).toMatchObject({ unitId: 'water', whistle: true })
    expect(ticket.outbox.map(({ to, title }) => `${to} ${title}`)).toContain('unit:town 部门已到现场报到')
    expect(last(there(ticket)).body?.facts).not.toHaveProperty('whistle')
  })

  it('R-D8 who is absent or late shows; absence is told to them, their head, the township and the centre', () => {
    const due = momentOf('2026-03-03', 18)
    const waiting = there(confirmed(), policeHandler)
    const ticket = elapse(waiting, due)
    const told = ticket.outbox.filter(({ title }) => title === '吹哨未报到').map(({ to }) => to)
    expect(told).toEqual(['unit:water', 'person:head-water', 'unit:town', 'centre:centre'])
    const after = new Date(due.getTime() + MINUTE)
    expect(reportsOf(ticket, after).map(({ late }) => late)).toEqual([true, false])
    expect(reportsOf(there(ticket, waterHead, after), after)[0]).toMatchObject({ at: after, late: true })
  })

  it('R-D8 R-P5 only a township calls, only departments, never an accused one', () => {
    const water = act(act(make(), operator, 'ticket.dispatch', inputs.dispatch), waterHandler, 'ticket.sign')
    const call = { unitIds: ['police'], place: '村口', words: '请来会商一下' }
    expect(refusal(() => act(water, waterHead, 'ticket.whistle', call)).words).toContain('只有乡镇')
    expect(refusal(() => blow(led(), ['town2'])).fields).toEqual(['unitIds'])
    const accused = { ...led(), accused: { unitIds: ['water'], personIds: [] } }
    expect(refusal(() => blow(accused)).words).toContain('被反映单位')
    const since = { ...blow(), accused: { unitIds: ['water'], personIds: [] } }
    expect(refusal(() => confirmed(since)).words).toContain('被反映单位')
  })
})
