import { AppError } from '../errors'
import { finishedNotice } from './notices'
import type { Booking, DeskEntry, ReceptionRating } from './types'

/** The booking follows what the desk says of its visitor (R-A7); whoever has been received is asked to rate it (R-A9). */
export function followed(booking: Booking, entry: DeskEntry, now: Date): Booking {
  const { wakeAt: _woken, failures: _failures, ...rest } = booking
  const outbox = entry.state === 'finished' ? [...booking.outbox, finishedNotice(booking)] : booking.outbox
  const isWaiting = outbox.length > 0 || booking.outcome?.pending !== undefined
  return { ...rest, state: entry.state, outbox, ...(isWaiting ? { wakeAt: now } : {}) }
}

/** R-A9: the reception is rated once, after it is over. @throws AppError WRONG_STATE */
export function rated(
  booking: Booking,
  rating: ReceptionRating,
  words: string | undefined,
  now: Date,
): Booking {
  if (booking.state !== 'finished' || booking.rating) throw new AppError('WRONG_STATE')
  return { ...booking, rating: { ...rating, at: now, ...(words ? { words } : {}) } }
}
