import { visibleOrders } from '../access'
import { audienceOf } from '../audience'
import { listsOf } from '../lists'
import { draftOf, orderInForce } from '../orders'
import {
  act,
  dispatched,
  elapse,
  envAt,
  handling,
  inputs,
  inReview,
  make,
  MONDAY,
  sure,
} from '../testing/drive'
import { refusal } from '../testing/expect'
import { county } from '../testing/county'
import { people } from '../testing/people'
import type { Ticket } from '../types'
import { DAY, endOfWorkday } from '../workdays'
import { availableCommands } from '../commands'

const { supervisor, waterHead, waterHandler, supplyHead, operator } = people
const WORDS = '请立即办理并书面说明原因。'
const after = (ticket: Ticket, days: number) =>
  new Date(endOfWorkday(ticket.clock.deadline!, days, county.calendar).getTime() + 1000)
/** Late by so many working days. */
const late = (days: number, ticket = handling()) => elapse(ticket, after(ticket, days))
const issue = (ticket: Ticket, grade = 1, actor = supervisor) => {
  const at = new Date(ticket.events[ticket.events.length - 1]!.at.getTime() + 60_000)
  return act(ticket, actor, 'ticket.issueOrder', { grade, words: WORDS, until: at.getTime() + DAY }, at)
}
const told = (ticket: Ticket) => ticket.outbox.map(({ to, title }) => `${to} ${title}`)

describe('R-L4 drafts of the clock', () => {
  it('R-L4 one, three and five working days over: one draft that rises, never a second', () => {
    expect(late(1).orders).toMatchObject([{ grade: 1, cause: 'overdue', state: 'draft', unitId: 'water' }])
    expect(late(3).orders).toMatchObject([{ grade: 2, state: 'draft' }])
    const third = late(5)
    expect(third.orders).toMatchObject([{ grade: 3, state: 'draft' }])
    expect(third.orders![0]!.words).toContain('主要负责人')
    expect(elapse(third, after(third, 20)).orders).toEqual(third.orders)
    const { deadline } = handling().clock
    expect(elapse(handling(), new Date(deadline!.getTime() + 1000)).orders).toBeUndefined()
  })

  it('R-L4 a clock that was away for a week drafts the highest alone', () => {
    const ticket = handling()
    expect(
      act(ticket, { id: 'system', role: 'system' }, 'clock.wake', {}, after(ticket, 5)).orders,
    ).toMatchObject([{ grade: 3 }])
  })

  it('R-L4 after an order in force the next grade is drafted beside it; what was dropped stays dropped', () => {
    const issued = issue(late(1))
    const next = elapse(issued, after(issued, 3))
    expect(next.orders).toMatchObject([
      { grade: 1, state: 'issued' },
      { grade: 2, state: 'draft' },
    ])
    const dropped = act(late(1), supervisor, 'ticket.dropOrder', { words: '已经说明' })
    expect(elapse(dropped, after(dropped, 1)).orders).toMatchObject([{ grade: 1, state: 'dropped' }])
    expect(draftOf(elapse(dropped, after(dropped, 3)))).toMatchObject({ grade: 2 })
  })

  it('R-D7 nobody on the spot in time: grade 1, and supervision is told', () => {
    const urgent = make({ proposal: { urgent: sure(true) } })
    const sent = dispatched(urgent)
    const missed = elapse(sent, new Date(MONDAY.getTime() + 2 * 3600_000))
    expect(missed.orders).toMatchObject([{ grade: 1, cause: 'notArrived', state: 'draft' }])
    expect(told(missed)).toContain('supervision 紧急事项无人到场')
  })
})

describe('R-S3 issued, answered, lifted, raised', () => {
  it('R-S3 issues the draft with the supervisor’s words; the unit, its head and the centre are told', () => {
    const issued = issue(late(1))
    expect(issued.orders).toMatchObject([
      { grade: 1, state: 'issued', words: WORDS, byId: supervisor.id, cause: 'overdue' },
    ])
    expect(told(issued)).toEqual(
      expect.arrayContaining(
        ['unit:water', 'person:head-water', 'centre:centre'].map((key) => `${key} 收到一级督查令`),
      ),
    )
  })

  it('R-S3 is answered by the head of the ordered unit alone, once, and lifted by supervision', () => {
    const issued = issue(handling())
    const answer = (actor = waterHead, ticket = issued) =>
      act(ticket, actor, 'ticket.answerOrder', { words: '配件缺货，周五到货后立即修复。', photos: [] })
    expect(refusal(() => answer(waterHandler)).code).toBe('FORBIDDEN')
    const below = issue(act(handling(), waterHead, 'ticket.passDown', { unitId: 'supply', words: '' }))
    expect(refusal(() => answer(supplyHead, below)).words).toContain('由该单位负责人答复')
    const answered = answer()
    expect(orderInForce(answered)).toMatchObject({ state: 'answered', answer: { byId: 'head-water' } })
    expect(told(answered)).toContain('supervision 督查令已答复')
    expect(refusal(() => answer(waterHead, answered)).words).toContain('已经答复')
    expect(refusal(() => act(answered, operator, 'ticket.liftOrder', { words: '好的' })).code).toBe(
      'FORBIDDEN',
    )
    const lifted = act(answered, supervisor, 'ticket.liftOrder', { words: '已经到位' })
    expect(lifted.orders).toMatchObject([{ state: 'lifted' }])
    expect(refusal(() => act(lifted, supervisor, 'ticket.liftOrder', { words: '好的' })).words).toContain(
      '没有',
    )
  })

  it('R-S3 is raised by a higher grade only', () => {
    const issued = issue(handling(), 2)
    expect(refusal(() => issue(issued, 2)).fields).toEqual(['grade'])
    const raised = issue(issued, 3)
    expect(raised.orders).toMatchObject([
      { grade: 2, state: 'raised' },
      { grade: 3, state: 'issued' },
    ])
    expect(availableCommands(raised, supervisor, envAt(MONDAY))).not.toContain('ticket.issueOrder')
  })

  it('R-S3 not answered in time: the unit’s head and supervision are told, once', () => {
    const issued = issue(handling())
    const until = orderInForce(issued)!.until
    const missed = elapse(issued, new Date(until.getTime() + DAY))
    expect(told(missed).filter((line) => line === 'supervision 督查令逾期未答复')).toHaveLength(1)
    expect(told(missed)).toContain('person:head-water 督查令逾期未答复')
  })
})

describe('who finds and reads them', () => {
  it('R-S3 supervision finds drafts and open orders, the unit what it has to answer', () => {
    expect(late(1).lists).toEqual(['orders:supervision'])
    const issued = issue(late(1))
    expect(issued.lists).toEqual(['orders:supervision', 'orders:unit:water'])
    const answered = act(issued, waterHead, 'ticket.answerOrder', { words: '周五修好。', photos: [] })
    expect(answered.lists).toEqual(['orders:supervision'])
    expect(act(answered, supervisor, 'ticket.liftOrder', { words: '已办' }).lists).toEqual([])
  })

  it('R-L4 a draft is supervision’s own; the unit, the centre and the reporter do not see it', () => {
    const draft = late(1)
    const seenBy = (actor: Parameters<typeof visibleOrders>[1], ticket = draft) =>
      visibleOrders(ticket, actor, county).length
    expect([supervisor, waterHead, operator, people.reporter].map((who) => seenBy(who))).toEqual([1, 0, 0, 0])
    expect(seenBy(waterHead, issue(draft))).toBe(1)
    expect(seenBy(people.reporter, issue(draft))).toBe(0)
  })

  it('sent back to the unit, and back at the centre, stand in the list of what came back', () => {
    const back = act(inReview(), operator, 'ticket.sendBack', { missing: '请补上现场照片' })
    expect(back.lists).toEqual(['returned:unit:water'])
    expect(
      act(back, waterHead, 'ticket.submitResult', { ...inputs.result, done: `${inputs.result.done}，补照片` })
        .lists,
    ).toEqual([])
    const returned = act(dispatched(), waterHead, 'ticket.returnTicket', {
      ground: 'wrongPlace',
      basis: '现场核对，不在本辖区。',
    })
    expect(returned.lists).toEqual(['returned:centre:centre'])
  })

  it('R-P5 R-P6 no list shows it to who may not see it: an accused unit, one that has it no more', () => {
    const issued = issue(handling())
    const accused = { ...issued, accused: { unitIds: ['water'], personIds: [] } }
    const audience = audienceOf(accused, county)
    expect(listsOf({ ...accused, audience }, county)).toEqual(['orders:supervision'])
    const gone = act(issued, operator, 'ticket.reassign', { words: '改由别的单位办理' })
    expect(gone.lists).toEqual(['orders:supervision'])
  })
})
