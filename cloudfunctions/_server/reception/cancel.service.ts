import { AppError } from '@core/errors'
import { cancelled, cancelling, type Booking } from '@core/reception'
import type { CallContext, Handler } from '../runtime/context'
import { vacate } from './claim.service'
import { bookingView } from './reception.mapper'
import { save, tellAtOnce } from './steps.service'
import { actsForCentre, bookingFor } from './visitor.service'

/**
 * R-A5: gives the seat back, declines an offer, leaves the line. Five requests for a seat: person · booking · booking
 * `cancelling` · the seat back on the day · booking `cancelled`. The lock on the person stays and names a booking that
 * has ended: nobody believes it.
 */
export const cancel: Handler<'reception.cancel'> = async (ctx, { bookingId }) => {
  const { request, now } = ctx
  const booking = await bookingFor(ctx, bookingId)
  const isRetry = booking.cancelRequest === request.key
  if (isRetry && booking.state === 'cancelled') return { booking: bookingView(booking, now) }
  const intended =
    isRetry && booking.state === 'cancelling'
      ? booking
      : await save(booking, cancelling(booking, request.key, now, actsForCentre(ctx, booking)))
  if (intended.cancelRequest !== request.key) throw new AppError('CONFLICT')
  return { booking: bookingView(await finishCancelling(ctx, intended), now) }
}

/** Gives the seat back, once, and closes the booking. Also the clock's, for a call that died on the way. */
export async function finishCancelling(ctx: CallContext, booking: Booking): Promise<Booking> {
  if (booking.state !== 'cancelling') return booking
  await vacate(ctx, booking)
  return tellAtOnce(ctx, await save(booking, cancelled(booking, ctx.now)))
}
