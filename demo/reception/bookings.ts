import { booked, newBooking } from '@core/reception/booking'
import { delivered } from '@core/reception/outbox'
import type { Booking, Day } from '@core/reception/types'
import type { Notice } from '@core/notices'
import { CENTRE } from '../county/units'
import { sortKeyOf } from '../history/notices'
import type { Random } from '../random'

/** Who booked what: the coming days fill up a little, and the first citizen of the chooser has a seat. */
export interface DemoBookings {
  days: Day[]
  bookings: Booking[]
  notices: Notice[]
  /** Person → the booking that stands for them. */
  locks: Map<string, string>
}

const BOOKED = 9

/** Books the first free slots of the coming days, one a person, by the same steps as a real booking. */
export function bookSeats(
  days: readonly Day[],
  tools: { now: Date; random: Random; digest: (text: string) => string },
): DemoBookings {
  const { now, random, digest } = tools
  const result: DemoBookings = { days: [...days], bookings: [], notices: [], locks: new Map() }
  const open = days.filter(
    ({ cutOff, kind, centreId }) => cutOff > now && kind === 'leader' && centreId === CENTRE,
  )
  for (let n = 1; n <= BOOKED; n++) {
    const personId = `citizen-${n}`
    const day = result.days.find(({ _id }) => _id === open[(n * 2) % open.length]!._id)!
    const slot = day.slots.find(({ id }) => day.free[id]! > 0)!
    const id = digest(`${personId}/demo-booking`).slice(0, 32)
    const request = { id, personId, inputHash: digest(id).slice(0, 32), topic: random.pick(day.topics) }
    const at = new Date(now.getTime() - n * 5 * 3_600_000)
    const confirmed = booked(newBooking(request, day, slot, at), at)
    for (const { template, title, words } of confirmed.outbox) {
      const _id = `${id}.${personId}.${template}`
      result.notices.push({
        _id,
        version: 1,
        sortKey: sortKeyOf(at, _id, digest),
        personId,
        at,
        template,
        title,
        words,
        bookingId: id,
        keeper: `centre:${CENTRE}`,
      })
    }
    result.bookings.push(delivered(confirmed, confirmed.outbox, now))
    result.locks.set(personId, id)
    result.days[result.days.indexOf(day)] = {
      ...day,
      free: { ...day.free, [slot.id]: day.free[slot.id]! - 1 },
      seats: {
        ...day.seats,
        [slot.id]: { ...day.seats[slot.id], [id]: { bookingId: id, personId, state: 'booked' } },
      },
    }
  }
  return result
}
