import { AppError, refuse } from '../errors'
import type { DayPlan, Slot } from './day'
import { bookedNotice, cancelledNotice, offeredNotice, refusedNotice, waitingNotice } from './notices'
import { withOutbox } from './outbox'
import type { Booking, DayCopy, Seat } from './types'
import type { BookingState, BookingWay } from './words'

/**
 * The life of a booking, as pure steps. Which of two people gets a seat is never decided here but by the conditional
 * write on the day; these steps only follow what the day says.
 */

/** An intention (`confirming`, `moving`, `cancelling`) that its own call has not finished is finished by the clock after this. */
export const INTENTION_MS = 60_000

const ENDED: readonly BookingState[] = ['cancelled', 'refused', 'lapsed', 'finished', 'noShow', 'unserved']
/** Settled, and the person may still change their mind. */
const AT_REST: readonly BookingState[] = ['booked', 'waiting', 'offered']

export const hasEnded = ({ state }: Booking): boolean => ENDED.includes(state)

/** Whether a booking still stands in the way of another of its kind (R-A3): it has not ended and its time is not over. */
export const isActive = (booking: Booking, now: Date): boolean => !hasEnded(booking) && booking.day.to > now

export interface BookingRequest {
  id: string
  personId: string
  inputHash: string
  topic: string
  words?: string
  people?: number
  /** A place in the line where there is no seat (R-A5). */
  waits?: boolean
  way?: BookingWay
  byId?: string
  visitor?: Booking['visitor']
  noShows?: number
}

/** The intention to book: nothing is promised until the day has given a seat. */
export function newBooking(request: BookingRequest, day: DayPlan, slot: Slot, now: Date): Booking {
  const { id, personId, inputHash, topic, words, people = 1, waits, way = 'self', byId, visitor } = request
  return {
    _id: id,
    version: 1,
    sortKey: `${String(now.getTime()).padStart(13, '0')}-${id}`,
    personId,
    inputHash,
    kind: day.kind,
    state: 'confirming',
    code: bookingCode(id),
    dayId: day._id,
    slotId: slot.id,
    seatId: id,
    ...(waits ? { waits } : {}),
    topic,
    ...(words === undefined || words === '' ? {} : { words }),
    people,
    photos: [],
    way,
    ...(byId === undefined ? {} : { byId }),
    ...(visitor === undefined ? {} : { visitor }),
    noShows: request.noShows ?? 0,
    day: copyOf(day, slot),
    outbox: [],
    wakeAt: new Date(now.getTime() + INTENTION_MS),
  }
}

/** What a booking keeps of the day and slot it is for. */
export function copyOf(day: DayPlan, slot: Slot): DayCopy {
  const { centreId, leaderId, leaderName, post, date, place, cutOff } = day
  return { centreId, leaderId, leaderName, post, date, place, from: slot.from, to: slot.to, cutOff }
}

/**
 * Stands in the place of a booking that a lock names but nobody has stored: the call that took the lock has died, or
 * may still come. With this in its place it comes too late, so the person cannot end up with two. In nobody's list.
 */
export function tombstone(id: string, wanted: Booking): Booking {
  const { wakeAt: _woken, visitor: _visitor, byId: _by, ...rest } = wanted
  return { ...rest, _id: id, seatId: id, personId: '', inputHash: '', state: 'refused' }
}

/**
 * The day has decided: what the claim of a `confirming` booking has come to.
 * @param tell whether a notice says so where there was no seat: not when the person is being answered right now
 */
export function settled(booking: Booking, seat: Seat, now: Date, tell: boolean): Booking {
  if (seat.state === 'void') return refused(booking, now, tell)
  if (seat.state === 'booked') return booked(booking, now)
  const waiting = withOutbox({ ...booking, state: 'waiting' }, [waitingNotice(booking)], now)
  return seat.state === 'offered' ? offered(waiting, seat.until!, now) : waiting
}

/** The person has the seat: at once, or because an offer was confirmed. */
export function booked(booking: Booking, now: Date): Booking {
  const { offeredUntil: _over, ...rest } = booking
  return withOutbox({ ...rest, state: 'booked' }, [bookedNotice(booking)], now)
}

/** R-A5: a seat became free and this one is next. */
export function offered(booking: Booking, until: Date, now: Date): Booking {
  const next: Booking = { ...booking, state: 'offered', offeredUntil: until }
  return withOutbox(next, [offeredNotice(booking, until)], now)
}

/** The day had no seat left; a tombstone on the day keeps a late claim from taking one. */
export function refused(booking: Booking, now: Date, tell: boolean): Booking {
  return withOutbox({ ...booking, state: 'refused' }, tell ? [refusedNotice(booking)] : [], now)
}

/** R-A5, R-A6: until when it may be changed: the cut-off; where leader or date have changed, until it begins. */
export const changeUntil = ({ day, released }: Booking): Date => (released ? day.from : day.cutOff)

/** Whether the person may still change it. */
export const mayChange = (booking: Booking, now: Date): boolean =>
  AT_REST.includes(booking.state) && changeUntil(booking) > now

/** R-A5: whether the centre may still cancel it for somebody who has called. */
export const mayCancelFor = ({ state, day }: Booking, now: Date): boolean =>
  AT_REST.includes(state) && day.from > now

/**
 * @param byCentre for somebody who has called: then until it begins
 * @throws AppError saying why it cannot be changed now: an intention under way, its end, or the cut-off
 */
export function checkChange(booking: Booking, now: Date, byCentre = false): void {
  const { state, day } = booking
  if (state === 'confirming' || state === 'moving' || state === 'cancelling') {
    refuse('系统正在处理这个预约，请过一分钟再试')
  }
  if (!AT_REST.includes(state)) throw new AppError('WRONG_STATE')
  if (byCentre ? day.from <= now : !mayChange(booking, now)) {
    throw new AppError('BOOKING_CLOSED', { reason: '已过更改的截止时间，请电话告知中心' })
  }
}

/**
 * The intention to cancel, to decline an offer or to leave the line (R-A5); `request` lets its retry find it.
 * @throws AppError as `checkChange`
 */
export function cancelling(booking: Booking, request: string, now: Date, byCentre = false): Booking {
  checkChange(booking, now, byCentre)
  return {
    ...booking,
    state: 'cancelling',
    cancelRequest: request,
    wakeAt: new Date(now.getTime() + INTENTION_MS),
  }
}

/** The seat is free again, or the place in the line. */
export function cancelled(booking: Booking, now: Date): Booking {
  const { offeredUntil: _over, ...rest } = booking
  return withOutbox({ ...rest, state: 'cancelled' }, [cancelledNotice(booking)], now)
}

/** Six digits people can read out at the desk, from the hash that is the booking's id. */
export const bookingCode = (id: string): string =>
  String(parseInt(id.slice(0, 10), 16) % 1_000_000).padStart(6, '0')
