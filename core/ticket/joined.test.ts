import { relationTo, visibleRatings } from './access'
import { unreachableAt } from './turns'
import { availableCommands } from './commands'
import { joinedBy, unratedBy } from './joined'
import { county } from './testing/county'
import { act, awaitingRating, elapse, envAt, inputs, inReview, handling, make } from './testing/drive'
import { refusal } from './testing/expect'
import { people } from './testing/people'
import { describeEvent } from './timeline'
import type { Ticket } from './types'
import { addDays, momentOf } from './workdays'

const { operator, reporter, stranger, waterHead } = people
const third = { id: 'citizen-3', role: 'citizen' } as const

/** Answered, with two more reporters behind it. */
const shared = (ticket = inReview()): Ticket => awaitingRating(joinedBy(ticket, [stranger.id, third.id]))
const rate = (ticket: Ticket, who: typeof reporter | typeof third, good = true): Ticket =>
  act(ticket, who, 'ticket.rate', good ? inputs.rating : inputs.bad)

describe('R-T9 several reporters of one matter', () => {
  it('R-T9 every reporter is waited for and finds it in their own list', () => {
    const keys = ['person:citizen-1', 'person:citizen-2', 'person:citizen-3']
    expect(shared().waitsFor).toEqual(expect.arrayContaining(keys))
    expect(shared().audience).toEqual(expect.arrayContaining(keys))
    const less = joinedBy(shared(), [third.id])
    expect(less.audience).not.toContain('person:citizen-2')
  })

  it('R-T9 nothing is decided before everybody has rated; all content: E17', () => {
    const first = rate(rate(shared(), stranger), reporter)
    expect(first).toMatchObject({ status: 'awaitingRating', waitsFor: ['centre:centre', 'person:citizen-3'] })
    expect(rate(first, third)).toMatchObject({ status: 'closed' })
    expect(rate(first, third).events.at(-1)!.edge).toBe('E17')
  })

  it('R-T9 any 不满意 leads to judgement once everybody has rated, whoever comes last', () => {
    const first = rate(rate(shared(), stranger, false), reporter)
    expect(first.status).toBe('awaitingRating')
    const last = rate(first, third)
    expect(last).toMatchObject({ status: 'inJudgement' })
    expect(last.events.at(-1)!.edge).toBe('E18')
    expect(last.ratings.map(({ personId }) => personId)).toEqual(['citizen-2', undefined, 'citizen-3'])
  })

  it('R-C3 each rates once a round, and nobody who did not join', () => {
    const first = rate(shared(), stranger)
    expect(refusal(() => rate(first, stranger)).words).toContain('已经评价过')
    const joined = { ...shared(), audience: [...shared().audience, 'person:citizen-4'] }
    const onlooker = { id: 'citizen-4', role: 'citizen' } as const
    expect(refusal(() => rate(joined, onlooker as never)).words).toContain('不需要您评价')
  })

  it('R-C4 two 不满意 of one round count once', () => {
    const two = rate(rate(rate(shared(), stranger, false), reporter, false), third)
    const again = act(two, operator, 'ticket.redo', { words: '请重新办理', cause: 'notSolved' })
    expect(again).toMatchObject({ status: 'handling', round: 2 })
    expect(again.sentTo ?? []).toEqual([])
    expect(unratedBy(again)).toHaveLength(3)
  })

  it('R-T9 of several reporters each reads only their own rating, and that all have rated', () => {
    const done = rate(rate(rate(shared(), stranger, false), reporter), third)
    expect(visibleRatings(done, reporter, county).map(({ result }) => result)).toEqual(['satisfied'])
    expect(visibleRatings(done, stranger, county).map(({ result }) => result)).toEqual(['dissatisfied'])
    expect(visibleRatings(done, operator, county)).toHaveLength(3)
    const lines = done.events.map((event) => describeEvent(event, done, reporter, county)?.title)
    expect(lines.slice(-3)).toEqual([undefined, '评价：满意', '评价已收齐'])
    const last = describeEvent(done.events.at(-1)!, done, operator, county)
    expect(last).toMatchObject({ who: '并案反映人', title: '并案反映人评价：满意' })
  })

  it('R-P7 staff whose own ticket joined it rate as reporters and do nothing else', () => {
    const ticket = awaitingRating(joinedBy(inReview(), [people.operator2.id]))
    expect(relationTo(ticket, people.operator2, county)).toBe('follower')
    const env = envAt(ticket.clock.answeredAt!)
    expect(availableCommands(ticket, people.operator2, env)).toEqual(['ticket.rate'])
  })

  const call = (ticket: Ticket, day: number, hour: number, joined?: string): Ticket =>
    act(
      ticket,
      operator,
      'ticket.recordCallback',
      {
        outcome: 'noAnswer',
        ...(joined && {
          joinedTicketId: 'j',
          joined: { _id: 'j', mergedInto: 't1', reporter: { personId: joined } },
        }),
      },
      momentOf(addDays('2026-03-02', day), hour),
    )
  const never = (ticket: Ticket, joined?: string): Ticket =>
    call(call(call(ticket, 1, 10, joined), 2, 10, joined), 3, 18, joined)

  it('R-T9 E21 runs when everybody who has not rated was tried: then those who rated decide', () => {
    const one = awaitingRating(joinedBy(inReview(), [stranger.id]))
    const partly = never(rate(one, stranger, false))
    const due = unreachableAt(partly, county)!
    expect(elapse(partly, due)).toMatchObject({ status: 'inJudgement' })
    const content = never(rate(one, stranger))
    expect(elapse(content, due).events.find(({ edge }) => edge === 'E17')?.type).toBe('clock.unreachable')
    // The calls to one of them say nothing of the other.
    expect(unreachableAt(never(one), county)).toBeUndefined()
    const nobody = never(never(one), stranger.id)
    expect(elapse(nobody, unreachableAt(nobody, county)!).events.some(({ edge }) => edge === 'E21')).toBe(
      true,
    )
  })

  it('R-C1 a call to a joined reporter is theirs; only of a ticket that joined this one', () => {
    const one = awaitingRating(joinedBy(inReview(), [stranger.id]))
    const answered = (joined: object) =>
      act(one, operator, 'ticket.recordCallback', {
        outcome: 'answered',
        ...inputs.bad,
        joinedTicketId: 'j',
        joined,
      })
    const by = { _id: 'j', mergedInto: 't1', reporter: { personId: stranger.id } }
    expect(answered(by).ratings).toMatchObject([{ by: 'phone', personId: 'citizen-2' }])
    expect(answered(by).status).toBe('awaitingRating')
    expect(refusal(() => answered({ ...by, mergedInto: 'another' })).fields).toEqual(['joinedTicketId'])
  })

  it('R-T9 after the reporter left, the others follow it and decide', () => {
    const left = act(joinedBy(handling(), [stranger.id]), reporter, 'ticket.withdraw', { words: '不反映了' })
    const waiting = awaitingRating(act(left, waterHead, 'ticket.submitResult', inputs.result))
    expect(waiting.waitsFor).toEqual(['centre:centre', 'person:citizen-2'])
    expect(waiting.outbox.at(-1)).toMatchObject({ to: 'followers', title: '请您评价' })
    expect(refusal(() => rate(waiting, reporter)).words).toContain('不需要您评价')
    expect(rate(waiting, stranger).status).toBe('closed')
  })

  it('R-T9 E26 an anonymous main with other reporters is rated by them', () => {
    const anonymous = inReview(handling(make({ reporter: null })))
    expect(refusal(() => awaitingRating(anonymous)).words).toContain('没有可以回访')
    const joined = joinedBy(anonymous, [stranger.id])
    expect(awaitingRating(joined).status).toBe('awaitingRating')
  })
})
