import { refuse } from '../errors'
import { checkChange, copyOf, INTENTION_MS } from './booking'
import type { DayPlan, Slot } from './day'
import { movedNotice, notMovedNotice } from './notices'
import { withOutbox } from './outbox'
import type { Booking } from './types'

/**
 * R-A5: the intention to move: the new seat is claimed under the request's own key before the old one is given back,
 * so whatever breaks in between the person has one of the two, and the clock gives the other back.
 * @throws AppError as `checkChange`; RULE_REFUSED for the same slot, another kind, or while in line
 */
export function moving(booking: Booking, request: string, day: DayPlan, slot: Slot, now: Date): Booking {
  checkChange(booking, now)
  if (booking.state !== 'booked') refuse('排队中的预约不能改期，可以先退出排队')
  if (day.kind !== booking.kind) refuse(`请选同一类接待的时段`)
  if (booking.dayId === day._id && booking.slotId === slot.id) refuse('您约的就是这个时段')
  return {
    ...booking,
    state: 'moving',
    move: { seatId: request, dayId: day._id, slotId: slot.id, day: copyOf(day, slot) },
    wakeAt: new Date(now.getTime() + INTENTION_MS),
  }
}

/** The new seat is theirs and the old one given back. */
export function moved(booking: Booking, now: Date): Booking {
  const { move, released: _chosen, ...rest } = booking
  if (!move) return booking
  const next: Booking = { ...rest, state: 'booked', ...move }
  return withOutbox(next, [movedNotice(next)], now)
}

/** There was no seat: the old one stays. @param tell as for `settled` */
export function notMoved(booking: Booking, now: Date, tell: boolean): Booking {
  const { move, ...rest } = booking
  const notices = tell && move ? [notMovedNotice(booking, move.day)] : []
  return withOutbox({ ...rest, state: 'booked' }, notices, now)
}
