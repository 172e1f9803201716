import { booked, newBooking } from '@core/reception/booking'
import { calledNext, checkedIn, finished, notCome, openedDay } from '@core/reception/desk'
import { followed } from '@core/reception/follow'
import { delivered } from '@core/reception/outbox'
import { followedUp } from '@core/reception/waiting'
import type { Booking, Day } from '@core/reception/types'
import { dayOf } from '@core/ticket/workdays'
import { CENTRE } from '../county/units'
import type { DemoBookings } from './bookings'

const MINUTE = 60_000
/** Of each slot of today, the first citizen who has it and how many come. */
const FIRST_VISITOR = 11
/** Booked this long ago. */
const AHEAD = 3 * 24 * 3_600_000

/**
 * Today's reception as far as it has come by now, step by step as the desk would have taken it: of the first slot one was
 * received and one did not come, then somebody is in, the next wait, the others are still expected.
 */
export function visitToday(
  reception: DemoBookings,
  now: Date,
  digest: (text: string) => string,
): DemoBookings {
  const today = reception.days.find(
    ({ date, kind, centreId }) => date === dayOf(now) && kind === 'leader' && centreId === CENTRE,
  )
  if (!today) return reception
  const made = today.slots.flatMap((slot, index) =>
    [0, 1].slice(0, slot.capacity).map((seat) => {
      const personId = `citizen-${FIRST_VISITOR + index * 2 + seat}`
      const id = digest(`${personId}/demo-visit`).slice(0, 32)
      const topic = today.topics[(index + seat) % today.topics.length]!
      const request = { id, personId, inputHash: digest(id).slice(0, 32), topic, people: 1 + seat }
      const at = new Date(now.getTime() - AHEAD)
      const confirmed = booked(newBooking(request, today, slot, at), at)
      return { slot, booking: delivered(confirmed, confirmed.outbox, now) }
    }),
  )
  const seated = made.reduce<Day>(
    (day, { slot, booking: { _id: bookingId, personId } }) => ({
      ...day,
      free: { ...day.free, [slot.id]: day.free[slot.id]! - 1 },
      seats: {
        ...day.seats,
        [slot.id]: { ...day.seats[slot.id], [bookingId]: { bookingId, personId, state: 'booked' } },
      },
    }),
    today,
  )
  const day = worked(seated, made, now)
  const bookings = made.map(({ booking }) => {
    const next = followed(booking, day, now) ?? booking
    return delivered(next, next.outbox, now)
  })
  const settled = followedUp(day, day.outbox, now)
  return {
    ...reception,
    days: reception.days.map((each) => (each._id === day._id ? settled : each)),
    bookings: [...reception.bookings, ...bookings],
    locks: new Map([
      ...reception.locks,
      ...bookings.map(({ personId, _id }): [string, string] => [personId, _id]),
    ]),
  }
}

/** What the desk has done by now; of what lies ahead nothing. */
function worked(seated: Day, made: { slot: Day['slots'][number]; booking: Booking }[], now: Date): Day {
  const first = seated.slots[0]!.from
  const steps: { at: Date; take(day: Day, at: Date): Day }[] = [
    { at: first, take: openedDay },
    ...made.flatMap(({ slot, booking: { _id } }, index) => {
      const after = (minutes: number) => new Date(slot.from.getTime() + minutes * MINUTE)
      // The second visitor of the first slot does not come.
      if (index === 1)
        return [{ at: slot.to, take: (day: Day, at: Date) => notCome(day, _id, `${_id}.no`, at) }]
      return [
        { at: after(-40), take: (day: Day, at: Date) => checkedIn(day, _id, `${_id}.in`, at) },
        { at: after(1 + (index % 2) * 14), take: (day: Day, at: Date) => calledNext(day, `${_id}.call`, at) },
        {
          at: after(13 + (index % 2) * 14),
          take: (day: Day, at: Date) => finished(day, _id, `${_id}.end`, at),
        },
      ]
    }),
  ]
  return steps
    .filter(({ at }) => at <= now && dayOf(at) === seated.date)
    .sort((a, b) => a.at.getTime() - b.at.getTime())
    .reduce((day, { at, take }) => take(day, at), seated)
}
