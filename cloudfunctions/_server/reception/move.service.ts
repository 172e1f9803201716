import { AppError } from '@core/errors'
import { bookableSlot, moved, moving, notMoved, type Booking } from '@core/reception'
import type { CallContext, Handler } from '../runtime/context'
import { slotTaken } from './book.service'
import { claimOfMove, take, vacate } from './claim.service'
import { planOf } from './days.repository'
import { bookingView } from './reception.mapper'
import { save, tellAtOnce } from './steps.service'
import { bookingFor } from './visitor.service'

/**
 * R-A5: to another slot. Person · booking · booking `moving` · the new seat (within a day the old one goes in the same
 * write) · on another day the old seat back · booking `booked`. The new claim has the request's key, so it can be told
 * from every other, and a slot that was left can be taken again.
 */
export const move: Handler<'reception.move'> = async (ctx, { bookingId, dayId, slotId }) => {
  const { request, now } = ctx
  const booking = await bookingFor(ctx, bookingId)
  if (booking.seatId === request.key) return { booking: bookingView(booking, now) }
  const plan = await planOf(dayId)
  if (!plan) throw new AppError('NOT_FOUND')
  const slot = bookableSlot(plan, slotId, now)
  const isUnderWay = booking.state === 'moving' && booking.move?.seatId === request.key
  const intended = isUnderWay ? booking : await save(booking, moving(booking, request.key, plan, slot, now))
  const done = intended.state === 'moving' ? await finishMoving(ctx, intended, false) : intended
  if (done.seatId === request.key) return { booking: bookingView(done, now) }
  if (intended.move?.seatId !== request.key) throw new AppError('CONFLICT')
  throw await slotTaken(ctx, { kind: booking.kind, dayId })
}

/**
 * Brings a `moving` booking to its end: with the new seat the old one is given back, without it the old one stays.
 * @param tell whether the person must be told where there was no seat
 */
export async function finishMoving(ctx: CallContext, booking: Booking, tell: boolean): Promise<Booking> {
  const { move, dayId, slotId, seatId } = booking
  if (booking.state !== 'moving' || !move) return booking
  const { seat, day } = await take(ctx, claimOfMove(booking, ctx.now))
  const hasSeat = seat.state === 'booked'
  if (hasSeat && move.dayId !== dayId) await vacate(ctx, { dayId, slotId, seatId })
  const current = { ...booking, move: { ...move, day } }
  const next = hasSeat ? moved(current, ctx.now) : notMoved(booking, ctx.now, tell)
  return tellAtOnce(ctx, await save(booking, next))
}
