import { replayClock } from '../replay'
import { county } from '../testing/county'
import { act, dispatched, handling, inJudgement, inReview, inputs, make, wakeAt } from '../testing/drive'
import { refusal } from '../testing/expect'
import { people } from '../testing/people'
import { escalated } from '../testing/stages'
import type { Ticket } from '../types'
import { momentOf } from '../workdays'

const { operator, leader, leader2, reporter, waterHandler, waterHead } = people
const at = (day: string, hour: number) => momentOf(`2026-03-${day}`, hour)
/** Dispatched on Monday 2 March as `threeDay`: due on Thursday 18:00. */
const DUE = at('05', 18)
const ask = (ticket: Ticket, until: Date, now?: Date) =>
  act(ticket, waterHead, 'ticket.askExtension', { until: until.getTime(), words: '配件要从外地调运' }, now)
const decide = (ticket: Ticket, grant: boolean, by = operator, now?: Date) =>
  act(ticket, by, 'ticket.decideExtension', { grant, words: '情况属实' }, now)
const expectReplayed = (ticket: Ticket) =>
  expect(replayClock(ticket.events, county).clock).toEqual(ticket.clock)

describe('extension (R-L3)', () => {
  it('R-L3 asked by the head of the unit, decided by the operator, told to the reporter', () => {
    const asked = ask(handling(), at('10', 18))
    expect(asked).toMatchObject({ status: 'handling', waitsFor: ['centre:centre', 'unit:water'] })
    expect(asked.outbox.at(-1)).toMatchObject({ to: 'centre:centre', title: '有延期申请待审批' })
    expect(asked.clock).toEqual(handling().clock)
    const granted = decide(asked, true)
    expect(granted.clock.deadline).toEqual(at('10', 18))
    expect(granted.clock.soonAt! > handling().clock.soonAt!).toBe(true)
    expect(granted.waitsFor).toEqual(['unit:water'])
    expect(granted.outbox.slice(-2)).toMatchObject([
      { to: 'unit:water', title: '已同意延期' },
      { to: 'person:citizen-1', words: expect.stringContaining('3月10日 18:00') },
    ])
    expectReplayed(granted)
    expect(refusal(() => decide(granted, true)).words).toContain('没有待审批')
    expect(refusal(() => act(handling(), waterHandler, 'ticket.askExtension')).code).toBe('FORBIDDEN')
  })

  it('R-L3 up to the class’s own length, counted from the old deadline', () => {
    expect(refusal(() => ask(handling(), at('10', 18.5))).fields).toEqual(['until'])
    expect(refusal(() => ask(handling(), DUE)).fields).toEqual(['until'])
    expect(ask(handling(), at('10', 18)).extension).toMatchObject({ from: DUE, until: at('10', 18) })
    const road = { ...inputs.dispatch, categoryId: 'road', handlingClass: 'fixed' }
    const ten = act(act(make(), operator, 'ticket.dispatch', road), waterHandler, 'ticket.sign')
    expect(ask(ten, at('30', 18)).extension!.from).toEqual(at('16', 18))
    expect(refusal(() => ask(ten, at('31', 18))).fields).toEqual(['until'])
  })

  it('R-L3 only before the deadline, and once a ticket, also for the next unit', () => {
    expect(ask(handling(), at('06', 18), DUE).extension!.state).toBe('asked')
    expect(refusal(() => ask(handling(), at('06', 18), at('05', 18.1))).words).toContain('已经过了办理期限')
    const asked = ask(handling(), at('06', 18))
    expect(refusal(() => ask(asked, at('06', 18))).words).toContain('等待审批')
    const refused = decide(asked, false)
    expect(refusal(() => ask(refused, at('06', 18))).words).toContain('只能申请延期一次')
    const back = act(refused, operator, 'ticket.reassign', { words: '派错了单位' })
    const again = act(dispatched(back), waterHandler, 'ticket.sign')
    expect(refusal(() => ask(again, at('06', 18))).words).toContain('只能申请延期一次')
    // What nobody decided does not count against the next unit.
    const undecided = act(asked, operator, 'ticket.reassign', { words: '派错了单位' })
    expect(undecided).not.toHaveProperty('extension')
  })

  it('R-L3 refused after the deadline means overdue from the old one', () => {
    const late = decide(ask(handling(), at('06', 18)), false, operator, at('06', 9))
    expect(late.clock.deadline).toEqual(DUE)
    expect(late.outbox.at(-1)).toMatchObject({ to: 'unit:water', title: '延期没有批准' })
    const done = act(late, waterHead, 'ticket.submitResult', inputs.result, at('06', 10))
    expect(done.clock.breaches).toEqual([DUE])
    expectReplayed(done)
  })

  it('R-L3 granted after the deadline counts from the old one: no breach', () => {
    const granted = decide(ask(handling(), at('06', 18)), true, operator, at('06', 9))
    expect(granted.clock.deadline).toEqual(at('06', 18))
    const done = act(granted, waterHead, 'ticket.submitResult', inputs.result, at('06', 17))
    expect(done.clock.breaches).toBeUndefined()
    expectReplayed(done)
  })

  it('R-L3 where the deadline moved since, the same working time is added to it', () => {
    const asked = ask(handling(), at('06', 18))
    const stopped = act(asked, operator, 'ticket.ask', { words: '请问具体在哪一家' }, at('03', 9))
    expect(refusal(() => decide(stopped, true)).code).toBe('WRONG_STATE')
    const back = act(stopped, reporter, 'ticket.reply', { words: '就在村口', photos: [] }, at('04', 9))
    expect(back.clock.deadline).toEqual(at('06', 18))
    const granted = decide(back, true)
    expect(granted.clock.deadline).toEqual(at('09', 18))
    expectReplayed(granted)
  })

  it('R-L3 in a redo only a leader decides, and is shown the matter', () => {
    const rated = inJudgement()
    const again = act(rated, operator, 'ticket.redo', { words: '请重新办理', cause: 'notSolved' })
    const asked = ask(again, at('31', 18))
    expect(asked.extension).toMatchObject({ round: 2, leaderId: leader.id })
    expect(asked.waitsFor).toContain('leader:leader-a')
    expect(refusal(() => decide(asked, true)).words).toContain('由领导审批')
    expect(refusal(() => decide(asked, true, leader2)).code).toBe('NOT_FOUND')
    expect(decide(asked, true, leader).clock.deadline).toEqual(at('31', 18))
  })

  it('R-L3 on a leader’s date only that leader decides; without a date the operator', () => {
    const instruct = (rest: object) =>
      act(
        act(escalated(), leader, 'ticket.instruct', {
          words: '请尽快办理',
          leadUnitId: 'water',
          coUnitIds: [],
          ...rest,
        }),
        waterHandler,
        'ticket.sign',
      )
    const dated = ask(instruct({ deadline: DUE.getTime() }), at('20', 18))
    expect(dated.extension).toMatchObject({ leaderId: leader.id })
    expect(refusal(() => decide(dated, true)).words).toContain('由领导审批')
    expect(decide(dated, true, leader).clock.deadline).toEqual(at('20', 18))
    expect(ask(instruct({}), at('06', 18)).extension).not.toHaveProperty('leaderId')
  })

  it('R-L4 R-L3 the unit is warned anew by the longer time, and not called late by the old', () => {
    const granted = decide(ask(handling(), at('10', 18)), true)
    const woken = wakeAt(granted, at('05', 18.1))
    expect(woken.outbox.map(({ title }) => title)).not.toContain('已经超期')
    expect(wakeAt(woken, at('10', 18)).outbox.map(({ title }) => title)).toContain('已经超期')
  })

  it('R-H3 the co-units’ dates follow', () => {
    const ticket = act(make(), operator, 'ticket.dispatch', { ...inputs.dispatch, coUnitIds: ['police'] })
    const granted = decide(ask(act(ticket, waterHandler, 'ticket.sign'), at('10', 18)), true)
    expect(granted.coUnits).toEqual([{ unitId: 'police', due: at('09', 18) }])
  })

  it('an application waits only while the unit has it', () => {
    const handed = inReview(ask(handling(), at('06', 18)))
    expect(handed.waitsFor).toEqual(['centre:centre'])
    expect(refusal(() => decide(handed, true)).code).toBe('WRONG_STATE')
  })
})
