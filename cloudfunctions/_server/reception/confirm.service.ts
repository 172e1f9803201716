import { AppError } from '@core/errors'
import { booked, seatOf } from '@core/reception'
import type { Handler } from '../runtime/context'
import { slotTaken } from './book.service'
import { bookingView } from './reception.mapper'
import * as repository from './reception.repository'
import { save, tellAtOnce } from './steps.service'
import { bookingFor } from './visitor.service'

/**
 * R-A5: takes the seat that is held for the person. The write on the day decides, not the clock on the phone.
 * @throws AppError SLOT_TAKEN with the next free slots when the time is over; WRONG_STATE when nothing is offered
 */
export const confirm: Handler<'reception.confirm'> = async (ctx, { bookingId }) => {
  const { now } = ctx
  const booking = await bookingFor(ctx, bookingId)
  const { state, slotId, seatId } = booking
  if (state === 'booked' && booking.waits) return { booking: bookingView(booking, now) }
  // The day may have offered the seat before the booking has followed.
  if (!['offered', 'waiting', 'lapsed'].includes(state)) throw new AppError('WRONG_STATE')
  if (state === 'lapsed' || !(await repository.takeOffer(booking, now))) {
    const day = await repository.loadDay(booking.dayId)
    const seat = day && seatOf(day, slotId, seatId)
    if (seat?.state === 'waiting')
      throw new AppError('RULE_REFUSED', { reason: '还没有轮到您，有空位会通知您' })
    if (seat?.state !== 'booked') {
      const { details } = await slotTaken(ctx, booking)
      throw new AppError('SLOT_TAKEN', { ...details, reason: '确认的时间已过，空位已让给下一位' })
    }
  }
  const done = await tellAtOnce(ctx, await save(booking, booked(booking, now)))
  return { booking: bookingView(done, now) }
}
