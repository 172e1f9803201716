import { AppError } from '../errors'
import type { Booking, ReceptionRating } from './types'

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
