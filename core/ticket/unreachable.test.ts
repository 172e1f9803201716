import { unreachableAt } from './turns'
import { county } from './testing/county'
import { act, awaitingRating, elapse, inputs, inReview, wakeAt } from './testing/drive'
import { people } from './testing/people'
import { answered } from './testing/stages'
import type { Ticket } from './types'
import { addDays, MINUTE, momentOf } from './workdays'

const { operator } = people

describe('unreachable (E21)', () => {
  const call = (ticket: Ticket, day: number, hour: number) =>
    act(
      ticket,
      operator,
      'ticket.recordCallback',
      { outcome: 'noAnswer', words: '' },
      momentOf(addDays('2026-03-02', day), hour),
    )
  const calls = (...at: [number, number][]) =>
    at.reduce((ticket, [day, hour]) => call(ticket, day, hour), awaitingRating(inReview()))

  it('E21 3 attempts on 3 days, one after 18:00, at least 5 days after the answer', () => {
    const ticket = calls([1, 10], [2, 10], [3, 18])
    const due = new Date(ticket.clock.answeredAt!.getTime() + 5 * 24 * 3600_000)
    expect(unreachableAt(ticket, county)).toEqual(due)
    const done = elapse(ticket, due)
    expect(done.status).toBe('closed')
    expect(done.events.find(({ edge }) => edge === 'E21')).toMatchObject({ type: 'clock.unreachable' })
    // Apart from 不予评价: no rating is made up.
    expect(done.ratings).toEqual([])
  })

  it.each([
    [
      'two attempts',
      [
        [1, 10],
        [2, 19],
      ],
    ],
    [
      'three on two days',
      [
        [1, 10],
        [1, 12],
        [2, 19],
      ],
    ],
    [
      'none in the evening',
      [
        [1, 10],
        [2, 10],
        [3, 17],
      ],
    ],
  ] as [string, [number, number][]][])('E21 not after %s', (_, at) => {
    const ticket = elapse(calls(...at), momentOf('2026-04-30', 9))
    expect(ticket.status).toBe('awaitingRating')
    expect(ticket.outbox.filter(({ title }) => title === '回访超期').map(({ to }) => to)).toEqual([
      'supervision',
    ])
  })

  it('E21 closes at once when the last attempt comes after the 5 days', () => {
    const ticket = calls([1, 10], [2, 10], [9, 19])
    const at = new Date(ticket.events.at(-1)!.at.getTime() + MINUTE)
    expect(ticket.wakeAt! <= at).toBe(true)
    expect(wakeAt(ticket, at).status).toBe('closed')
  })

  it('E21 attempts of an earlier round do not count', () => {
    const ticket = calls([1, 10], [2, 10])
    const again = act(
      ticket,
      people.supervisor,
      'ticket.orderRedo',
      { words: '请重新办理' },
      momentOf('2026-03-05', 9),
    )
    const review = act(again, people.waterHead, 'ticket.submitResult', {
      ...inputs.result,
      done: '已重新铺设水管并试压通水',
    })
    const rating = act(review, operator, 'ticket.approve', { overrule: '可以通过' })
    expect(unreachableAt(call(rating, 4, 19), county)).toBeUndefined()
  })

  it('E21 also after a direct answer (E3)', () => {
    const ticket = [1, 2, 3].reduce((next, day) => call(next, day, 19), answered())
    expect(elapse(ticket, momentOf('2026-03-08', 9)).status).toBe('closed')
  })
})
