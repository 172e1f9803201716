import { AppError } from '@core/errors'
import { may } from '@core/people/permissions'
import { cancelled, cancelling, type Booking } from '@core/reception'
import type { CallContext, Handler } from '../runtime/context'
import { bookingView } from './reception.mapper'
import * as repository from './reception.repository'
import { save, tellAtOnce } from './steps.service'

/**
 * R-A5: five requests: person · booking · booking `cancelling` · the seat back on the day · booking `cancelled`. The
 * lock on the person stays and names a booking that has ended: nobody believes it.
 */
export const cancel: Handler<'reception.cancel'> = async (ctx, { bookingId }) => {
  const { actor, request, now } = ctx
  const booking = await repository.loadBooking(bookingId)
  const relation = booking?.personId === actor.id ? 'owner' : 'none'
  if (!booking || !may('reception.cancel', actor.role, relation)) throw new AppError('NOT_FOUND')
  if (booking.cancelRequest === request.key && booking.state === 'cancelled') {
    return { booking: bookingView(booking, now) }
  }
  const intended =
    booking.cancelRequest === request.key && booking.state === 'cancelling'
      ? booking
      : await save(booking, cancelling(booking, request.key, now))
  if (intended.cancelRequest !== request.key) throw new AppError('CONFLICT')
  return { booking: bookingView(await finishCancelling(ctx, intended), now) }
}

/** Gives the seat back, once, and closes the booking. Also the clock's, for a call that died on the way. */
export async function finishCancelling(ctx: CallContext, booking: Booking): Promise<Booking> {
  if (booking.state !== 'cancelling') return booking
  await repository.freeSeat(booking)
  return tellAtOnce(ctx, await save(booking, cancelled(booking, ctx.now)))
}
