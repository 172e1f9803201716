import { delivered, type Booking } from '@core/reception'
import { deliverBookingNotices } from '../notices'
import type { CallContext } from '../runtime/context'
import * as repository from './reception.repository'

/**
 * Stores the next step of a booking and answers what is stored then. Where somebody else took a step first (the clock,
 * a retry), theirs counts: all who are at it come to the same end.
 * @throws what the database threw, when nothing was stored
 */
export async function save(prev: Booking, next: Booking): Promise<Booking> {
  let failure: unknown
  const written = await repository.commitBooking(prev, next).catch((error: unknown) => {
    failure = error
    return false
  })
  if (written) return { ...next, version: prev.version + 1 }
  const stored = await repository.loadBooking(prev._id)
  if (!stored || stored.version === prev.version) {
    throw failure ?? new Error(`booking ${prev._id} could not be stored`)
  }
  return stored
}

/** Tells what there is to tell; what cannot be told now stays in the outbox for the clock. */
export async function tellAtOnce(ctx: CallContext, booking: Booking): Promise<Booking> {
  if (booking.outbox.length === 0) return booking
  return ctx.asNotices(async () => {
    try {
      return await tell(ctx, booking, booking)
    } catch (error) {
      ctx.log.error('the notices of a booking were not delivered', error)
      return booking
    }
  })
}

/** Delivers the outbox of `next` and stores it over `stored` without what has been delivered. */
export async function tell(ctx: CallContext, stored: Booking, next: Booking): Promise<Booking> {
  await deliverBookingNotices(ctx, next)
  return save(stored, delivered(next, next.outbox, ctx.now))
}
