import { nextWakeAt } from './clock'
import { decide } from './decide'
import { SYSTEM } from '../people/types'
import { county } from './testing/county'
import {
  act,
  closed,
  dispatched,
  elapse,
  envAt,
  handling,
  inputs,
  make,
  MONDAY,
  sure,
  wakeAt,
} from './testing/drive'
import { refusal } from './testing/expect'
import { people } from './testing/people'
import type { Ticket } from './types'
import { MINUTE, momentOf } from './workdays'

const { operator, waterHandler, reporter } = people
const later = (minutes: number) => new Date(MONDAY.getTime() + minutes * MINUTE)
const reminders = (ticket: Ticket) =>
  ticket.events
    .filter(({ type }) => type === 'clock.remind')
    .flatMap(({ body }) => body!.facts!.reminded as string[])
const toldBy = (ticket: Ticket) =>
  ticket.outbox.filter(({ seq }) => seq === ticket.head.seq).map(({ to, title }) => [to, title])

describe('waking', () => {
  it('only the system wakes, and the system does nothing else', () => {
    const command = { id: 'clock.wake', input: {}, key: 'k', inputHash: 'h' }
    expect(refusal(() => decide(make(), command, operator, envAt(MONDAY))).code).toBe('UNKNOWN_ACTION')
    const sign = { ...command, id: 'ticket.sign' }
    expect(refusal(() => decide(dispatched(), sign, SYSTEM, envAt(MONDAY))).code).toBe('FORBIDDEN')
  })

  it('may be repeated: the second time nothing changes', () => {
    const at = momentOf('2026-03-02', 15)
    const once = wakeAt(make(), at)
    expect(once.events.length).toBeGreaterThan(1)
    expect(wakeAt(once, at)).toEqual(once)
    expect(wakeAt(make(), MONDAY).events).toHaveLength(1)
  })

  it('a late clock applies everything at once and says the last of it', () => {
    const ticket = wakeAt(handling(), momentOf('2026-03-20', 9))
    expect(ticket.events.filter(({ type }) => type === 'clock.remind')).toHaveLength(1)
    expect(reminders(ticket)).toEqual(expect.arrayContaining(['late', 'order1', 'order2', 'order3']))
    expect(reminders(ticket)).not.toContain('soon')
    expect(ticket.wakeAt).toBeUndefined()
  })

  it('never stands still: after a wake-up the next one lies ahead, until there is none', () => {
    let ticket = make({ proposal: { urgent: sure(true) } })
    for (let n = 0; ticket.wakeAt; n++) {
      const at = ticket.wakeAt
      ticket = wakeAt(ticket, at)
      expect(ticket.wakeAt === undefined || ticket.wakeAt > at).toBe(true)
      expect(n).toBeLessThan(20)
    }
    expect(nextWakeAt(closed(), county)).toBeUndefined()
  })
})

describe('urgent matters nobody looks at (R-D7)', () => {
  const urgent = (made: Parameters<typeof make>[0] = {}) =>
    make({ ...made, proposal: { urgent: sure(true), ...made.proposal } })

  it('R-D7 after 5 minutes the system dispatches by the proposal, whatever R-D4 says', () => {
    const ticket = wakeAt(urgent(), later(5))
    expect(ticket).toMatchObject({ status: 'dispatched', leadUnitId: 'water' })
    expect(ticket.events.at(-1)).toMatchObject({
      type: 'clock.urgentDispatch',
      edge: 'E11',
      by: { role: 'system' },
    })
    expect(wakeAt(urgent(), later(4)).status).toBe('submitted')
  })

  it('R-D7 not when an operator has acted', () => {
    const back = act(dispatched(urgent()), operator, 'ticket.reassign', { words: '派错了单位' }, later(40))
    expect(elapse(back, later(600)).status).toBe('submitted')
  })

  it('R-P5 never to an accused unit: to its superior, and without the reporter’s words', () => {
    const accused = urgent({ submission: { accusedUnitIds: ['water'], confidential: true } })
    const ticket = wakeAt(accused, later(5))
    expect(ticket.leadUnitId).toBe('supervision')
    expect(ticket.summary).toBe('紧急事项：供水，地点：townvillage。请立即到现场核实处置。')
  })

  it('R-D2 a township without power gets the departments of the responsibility table beside it', () => {
    const lamp = { leadUnitId: sure('town'), categoryId: sure('lamp') }
    const ticket = wakeAt(urgent({ proposal: lamp }), later(5))
    expect(ticket).toMatchObject({
      status: 'dispatched',
      leadUnitId: 'town',
      coUnits: [{ unitId: 'police' }],
    })
  })

  it('R-D7 where the system finds nobody it calls the centre and supervision, once', () => {
    const ticket = urgent({ proposal: { leadUnitId: sure('centre') } })
    const woken = wakeAt(ticket, later(5))
    expect(woken.status).toBe('submitted')
    expect(toldBy(woken)).toEqual([
      ['centre:centre', '紧急事项无人受理'],
      ['supervision', '紧急事项无人受理'],
    ])
    expect(wakeAt(woken, later(6)).events).toHaveLength(woken.events.length)
  })

  it('R-D7 nobody signs for 5 minutes: the unit’s head', () => {
    const ticket = wakeAt(wakeAt(urgent(), later(5)), later(10))
    expect(toldBy(ticket)).toEqual([['person:head-water', '紧急事项无人签收']])
    const signed = act(wakeAt(urgent(), later(5)), waterHandler, 'ticket.sign', {}, later(7))
    expect(wakeAt(signed, later(10)).events).toHaveLength(signed.events.length)
  })
})

describe('warnings (R-L4, R-L6)', () => {
  it('R-L6 the centre is warned of its own clock at 80 % and at the term', () => {
    const ticket = make()
    expect(ticket.wakeAt).toEqual(momentOf('2026-03-02', 14.2))
    const soon = wakeAt(ticket, ticket.wakeAt!)
    expect(toldBy(soon)).toEqual([['centre:centre', '即将到期']])
    expect(toldBy(wakeAt(soon, soon.wakeAt!))).toEqual([['centre:centre', '已经超期']])
  })

  it('R-L4 the unit at 80 % and at the deadline with its head, then orders of three grades to supervision', () => {
    const ticket = elapse(handling(), momentOf('2026-03-31', 9))
    expect(reminders(ticket)).toEqual(['contact', 'soon', 'late', 'order1', 'order2', 'order3'])
    const told = ticket.outbox.filter(({ template }) => template === 'ticket.reminder')
    expect(told.map(({ to, title }) => `${to} ${title}`)).toEqual([
      'unit:water 请联系反映人',
      'unit:water 即将到期',
      'unit:water 已经超期',
      'person:head-water 已经超期',
      'supervision 超期督办',
      'supervision 超期督办',
      'supervision 超期督办',
    ])
    expect(told.at(-1)!.words).toContain('三级督查令')
    const orders = ticket.events.filter(({ body }) => String(body?.facts?.reminded).startsWith('order'))
    expect(orders.map(({ at }) => at)).toEqual([
      momentOf('2026-03-06', 18),
      momentOf('2026-03-10', 18),
      momentOf('2026-03-12', 18),
    ])
  })

  it('R-H1 who has contacted the reporter is not reminded of it; nor on a sensitive ticket', () => {
    const contacted = act(handling(), waterHandler, 'ticket.firstContact', { how: 'phone', words: '已联系' })
    expect(reminders(elapse(contacted, momentOf('2026-03-04', 9)))).toEqual([])
    const secret = act(make({ submission: { confidential: true } }), operator, 'ticket.dispatch', {
      ...inputs.dispatch,
      summary: '某处供水管道损坏',
    })
    expect(reminders(elapse(secret, momentOf('2026-03-04', 9)))).not.toContain('contact')
  })

  it('R-H3 a co-unit is warned of its own part', () => {
    const ticket = act(make(), operator, 'ticket.dispatch', { ...inputs.dispatch, coUnitIds: ['police'] })
    const elapsed = elapse(act(ticket, waterHandler, 'ticket.sign'), momentOf('2026-03-05', 8))
    expect(elapsed.outbox.filter(({ title }) => title === '协办即将到期').map(({ to }) => to)).toEqual([
      'unit:police',
    ])
  })

  it('R-H3 a late part is told to the co-unit and its head, and a part done is not', () => {
    const dispatch = { ...inputs.dispatch, coUnitIds: ['police'] }
    const ticket = act(act(make(), operator, 'ticket.dispatch', dispatch), waterHandler, 'ticket.sign')
    const late = (one: typeof ticket) =>
      one.outbox.filter(({ title }) => title === '协办已经超期').map(({ to }) => to)
    const due = ticket.coUnits[0]!.due!
    expect(late(elapse(ticket, due))).toEqual(['unit:police', 'person:head-police'])
    // Woken late, it is said once: not that it will be late as well.
    const woken = wakeAt(ticket, due).outbox.filter(({ title }) => title === '协办即将到期')
    expect(woken).toEqual([])
    const part = { words: '已经配合断水作业', photos: [] }
    const done = elapse(act(ticket, people.policeHandler, 'ticket.coUnitPart', part), due)
    expect(done.outbox.filter(({ title }) => title.startsWith('协办') && title !== '协办单位已报送')).toEqual(
      [],
    )
  })

  it('R-L4 nobody is warned while the clock stands', () => {
    const asked = act(handling(), operator, 'ticket.ask', { words: '请问在哪里' })
    expect(asked.wakeAt).toEqual(asked.question!.until)
  })

  it('R-C6 a promise closes the ticket and is called back on its date', () => {
    const promise = {
      ...inputs.result,
      outcome: 'promised',
      promisedFor: momentOf('2026-05-06', 9).getTime(),
    }
    const review = act(handling(), people.waterHead, 'ticket.submitResult', promise)
    const ticket = act(act(review, operator, 'ticket.approve'), reporter, 'ticket.rate', inputs.rating)
    expect(ticket).toMatchObject({ status: 'closed', wakeAt: momentOf('2026-05-06', 9) })
    const called = wakeAt(ticket, ticket.wakeAt!)
    expect(toldBy(called)).toEqual([['centre:centre', '承诺到期请回访']])
    expect(called.wakeAt).toBeUndefined()
  })
})
