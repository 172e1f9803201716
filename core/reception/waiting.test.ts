import { receptionDay } from '../../tests/factories/reception'
import { confirmBy, followedUp, nextOfferAt, swept, type Day } from '.'

const at = (words: string) => new Date(`${words}:00+08:00`)
const HOUR = 3_600_000
/** The cut-off is 17:00 on the 26th. */
const plain = receptionDay('d1', '2026-11-27')
const cutOff = plain.cutOff
const NOON = at('2026-11-24T12:00')

/** A day whose first slot has so many free seats and these in line. */
function dayWith(free: number, ...line: string[]): Day {
  const seat = (bookingId: string) => ({ bookingId, personId: `p-${bookingId}`, state: 'waiting' as const })
  return {
    ...plain,
    free: { ...plain.free, s1: free },
    waiting: { ...plain.waiting, s1: line },
    seats: { ...plain.seats, s1: Object.fromEntries(line.map((id) => [id, seat(id)])) },
  }
}
const statesOf = ({ seats }: Day) =>
  Object.fromEntries(Object.entries(seats.s1!).map(([id, { state }]) => [id, state]))

describe('R-A5 the waiting list', () => {
  it('offers freed seats in order and tells whom', () => {
    const day = swept(dayWith(2, 'a', 'b', 'c'), NOON)
    expect(statesOf(day)).toEqual({ a: 'offered', b: 'offered', c: 'waiting' })
    expect(day).toMatchObject({ free: { s1: 0 }, waiting: { s1: ['c'] }, outbox: ['a', 'b'], wakeAt: NOON })
    expect(day.seats.s1!.a!.until).toEqual(at('2026-11-24T14:00'))
  })

  it('an offer that ran out falls to the next', () => {
    const offered = followedUp(swept(dayWith(1, 'a', 'b'), NOON), ['a'], NOON)
    expect(offered.wakeAt).toEqual(at('2026-11-24T14:00'))
    const day = swept(offered, at('2026-11-24T14:00'))
    expect(statesOf(day)).toEqual({ a: 'void', b: 'offered' })
    expect(day).toMatchObject({ free: { s1: 0 }, outbox: ['a', 'b'] })
  })

  it.each([
    ['at night', at('2026-11-24T22:00'), at('2026-11-25T08:00')],
    ['before eight', at('2026-11-25T06:30'), at('2026-11-25T08:00')],
  ])('makes no offer %s but in the morning', (_when, now, morning) => {
    const day = swept(dayWith(1, 'a'), now)
    expect(statesOf(day)).toEqual({ a: 'waiting' })
    expect(day.wakeAt).toEqual(morning)
  })

  it('its two hours run by day only, and end with the cut-off', () => {
    expect(confirmBy(at('2026-11-24T19:00'), cutOff)).toEqual(at('2026-11-25T09:00'))
    expect(confirmBy(at('2026-11-26T16:00'), cutOff)).toEqual(cutOff)
    expect(nextOfferAt(at('2026-11-26T16:50'), cutOff)).toBeUndefined()
  })

  it('is over at the cut-off: the seats are free for walk-ins, and everybody is told', () => {
    const offered = swept(dayWith(1, 'a', 'b'), NOON)
    const day = swept({ ...offered, outbox: [] }, cutOff)
    expect(statesOf(day)).toEqual({ a: 'void', b: 'void' })
    expect(day).toMatchObject({ free: { s1: 1 }, waiting: { s1: [] }, outbox: ['a', 'b'] })
  })

  it('R-A4 a tombstone goes when no late write can come any more', () => {
    const over = swept(swept(dayWith(0, 'a'), cutOff), new Date(cutOff.getTime() + 0.9 * HOUR))
    expect(statesOf(over)).toEqual({ a: 'void' })
    expect(statesOf(swept(over, new Date(cutOff.getTime() + HOUR)))).toEqual({})
  })
})
