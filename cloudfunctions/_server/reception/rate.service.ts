import { AppError } from '@core/errors'
import { may } from '@core/people/permissions'
import { entryOf, rated, withEntry, type Booking } from '@core/reception'
import type { Handler } from '../runtime/context'
import { changeDay } from './desk-day.service'
import { bookingView } from './reception.mapper'
import { loadBooking, loadDay } from './reception.repository'
import { save } from './steps.service'

/** R-A9: the visitor says how the reception was; the day keeps it beside the visit, so that figures follow from days. */
export const rate: Handler<'reception.rate'> = async (ctx, { bookingId, listened, attitude, words }) => {
  const booking = await loadBooking(bookingId)
  const relation = booking?.personId === ctx.actor.id ? 'owner' : 'none'
  if (!booking || !may('reception.rate', ctx.actor.role, relation)) throw new AppError('NOT_FOUND')
  const rating = { listened, attitude }
  const stored = isSame(booking, rating)
    ? booking
    : await save(booking, rated(booking, rating, words, ctx.now))
  if (!isSame(stored, rating)) throw new AppError('WRONG_STATE')
  const day = await loadDay(booking.dayId)
  if (day) {
    await changeDay(
      ctx,
      day,
      (before) => {
        const entry = entryOf(before, bookingId)
        return entry ? withEntry(before, bookingId, { ...entry, rating }) : before
      },
      (before) => entryOf(before, bookingId)?.rating !== undefined,
    )
  }
  return { booking: bookingView(stored, ctx.now) }
}

/** A retry finds its own rating. */
const isSame = ({ rating }: Booking, asked: { listened: string; attitude: string }): boolean =>
  rating !== undefined && rating.listened === asked.listened && rating.attitude === asked.attitude
