import { booked, copyOf, hasEnded, offered } from './booking'
import { seatOf } from './day'
import { changedNotice, finishedNotice, lapsedNotice, refusedNotice, unservedNotice } from './notices'
import { withOutbox } from './outbox'
import type { Booking, Day, DayCopy } from './types'

/**
 * What a change on the day means for a booking: a seat was offered or ran out, the line is closed, the desk has seen
 * its visitor, leader or date have changed (R-A5 … R-A7). The day is the truth; following it twice changes nothing.
 * Undefined: the booking is about to do something itself, and follows when it has.
 */
export function followed(booking: Booking, day: Day, now: Date): Booking | undefined {
  if (['confirming', 'moving', 'cancelling'].includes(booking.state)) return undefined
  if (booking.dayId !== day._id || isGone(booking)) return booking
  return withDesk(withPlan(withSeat(booking, day, now), day, now), day, now)
}

/** Has no seat any more. What the desk has said may still be set right by the desk. */
const isGone = ({ state }: Booking): boolean => ['cancelled', 'refused', 'lapsed'].includes(state)

function withSeat(booking: Booking, day: Day, now: Date): Booking {
  if (booking.state !== 'waiting' && booking.state !== 'offered') return booking
  const seat = seatOf(day, booking.slotId, booking.seatId)
  if (seat?.state === 'booked') return booked(booking, now)
  if (seat?.state === 'offered') {
    return booking.state === 'offered' ? booking : offered(booking, seat.until!, now)
  }
  if (seat?.state === 'waiting') return booking
  const { offeredUntil: _over, ...rest } = booking
  return booking.state === 'offered'
    ? withOutbox({ ...rest, state: 'lapsed' }, [lapsedNotice(booking)], now)
    : withOutbox({ ...rest, state: 'refused' }, [refusedNotice(booking)], now)
}

/** R-A6: they keep their place, are told, and may choose again. */
function withPlan(booking: Booking, day: Day, now: Date): Booking {
  const slot = day.slots.find(({ id }) => id === booking.slotId)
  if (!slot || hasEnded(booking)) return booking
  const copy = copyOf(day, slot)
  if (isSame(copy, booking.day)) return booking
  const reason = day.changes?.[day.changes.length - 1]?.reason ?? ''
  return withOutbox({ ...booking, day: copy, released: true }, [changedNotice(booking, copy, reason)], now)
}

/** R-A7: what the desk says of the visitor. */
function withDesk(booking: Booking, day: Day, now: Date): Booking {
  const entry = day.desk[booking._id]
  if (!entry || entry.state === booking.state) return booking
  const notices =
    entry.state === 'finished'
      ? [finishedNotice(booking)]
      : entry.state === 'unserved'
        ? [unservedNotice(booking)]
        : []
  return withOutbox({ ...booking, state: entry.state }, notices, now)
}

const isSame = (a: DayCopy, b: DayCopy): boolean =>
  (Object.keys(a) as (keyof DayCopy)[]).every((field) => a[field].valueOf() === b[field]?.valueOf())
