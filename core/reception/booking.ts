import { AppError, refuse } from '../errors'
import type { DayPlan, Slot } from './day'
import { bookedNotice, cancelledNotice, refusedNotice, reminderNotice } from './notices'
import type { Booking, DayCopy } from './types'
import type { BookingState, BookingWay } from './words'

/**
 * The life of a booking, as pure steps. Which of two people gets a seat is never decided here but by the conditional
 * write on the day; these steps only follow what the day says.
 */

/** An intention (`confirming`, `cancelling`) that was not finished by its own call is finished by the clock after this. */
const INTENTION_MS = 60_000
const HOUR = 3_600_000

const ENDED: readonly BookingState[] = ['cancelled', 'refused', 'lapsed', 'finished', 'noShow']

/** Whether a booking still stands in the way of another of its kind (R-A3): it has not ended and its time is not over. */
export function isActive(booking: Booking, now: Date): boolean {
  return !ENDED.includes(booking.state) && booking.day.to > now
}

export interface BookingRequest {
  id: string
  personId: string
  inputHash: string
  topic: string
  words?: string
  people?: number
  way?: BookingWay
  byId?: string
  visitor?: Booking['visitor']
  noShows?: number
}

/** What a booking keeps of the day and slot it is for. */
export function copyOf(day: DayPlan, slot: Slot): DayCopy {
  const { leaderId, leaderName, post, date, place, cutOff } = day
  return { leaderId, leaderName, post, date, place, from: slot.from, to: slot.to, cutOff }
}

/** The intention to book: nothing is promised until the day has given a seat. */
export function newBooking(request: BookingRequest, day: DayPlan, slot: Slot, now: Date): Booking {
  const { id, personId, inputHash, topic, words, people = 1, way = 'self', byId, visitor } = request
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

/**
 * Stands in the place of a booking that a lock names but nobody has stored: the call that took the lock has died, or
 * may still come. With this in its place it comes too late, so the person cannot end up with two. In nobody's list.
 */
export function tombstone(id: string, wanted: Booking): Booking {
  const { wakeAt: _woken, ...rest } = wanted
  return { ...rest, _id: id, personId: '', inputHash: '', state: 'refused' }
}

/** The day has given the seat. */
export function booked(booking: Booking, now: Date): Booking {
  return withOutbox({ ...booking, state: 'booked' }, [bookedNotice(booking)], now)
}

/**
 * The day had no seat left; a tombstone on the day keeps a late claim from taking one.
 * @param tell whether a notice says so: not when the person is being answered right now
 */
export function refused(booking: Booking, now: Date, tell: boolean): Booking {
  return withOutbox({ ...booking, state: 'refused' }, tell ? [refusedNotice(booking)] : [], now)
}

/** Whether the person may cancel now (R-A5). */
export const canCancel = (booking: Booking, now: Date): boolean =>
  booking.state === 'booked' && booking.day.cutOff > now

/**
 * The intention to cancel (R-A5); `request` lets its retry find it.
 * @throws AppError BOOKING_CLOSED after the cut-off; WRONG_STATE when there is nothing to cancel
 */
export function cancelling(booking: Booking, request: string, now: Date): Booking {
  if (booking.state === 'confirming') refuse('正在确认这个预约，请过一分钟再取消')
  if (booking.state !== 'booked') throw new AppError('WRONG_STATE')
  if (!canCancel(booking, now))
    throw new AppError('BOOKING_CLOSED', { reason: '已过取消的截止时间，请电话告知中心' })
  return {
    ...booking,
    state: 'cancelling',
    cancelRequest: request,
    wakeAt: new Date(now.getTime() + INTENTION_MS),
  }
}

/** The seat is free again. */
export function cancelled(booking: Booking, now: Date): Booking {
  return withOutbox({ ...booking, state: 'cancelled' }, [cancelledNotice(booking)], now)
}

/** R-A5: what time brings to a booking at rest: reminders the day before and two hours before. */
export function reminded(booking: Booking, now: Date): Booking {
  if (booking.state !== 'booked') return withOutbox(booking, [], now)
  const due = remindersOf(booking).filter(
    ({ at }) => at <= now && at >= (booking.wakeAt ?? now) && booking.day.from > now,
  )
  return withOutbox(
    booking,
    due.map(({ soon }) => reminderNotice(booking, soon)),
    now,
  )
}

/** These notices have been delivered. */
export function delivered(booking: Booking, sent: readonly Booking['outbox'][number][], now: Date): Booking {
  const outbox = booking.outbox.filter((entry) => !sent.some(({ template }) => template === entry.template))
  return withOutbox({ ...booking, outbox }, [], now)
}

/** Six digits people can read out at the desk, from the hash that is the booking's id. */
export const bookingCode = (id: string): string =>
  String(parseInt(id.slice(0, 10), 16) % 1_000_000).padStart(6, '0')

const remindersOf = ({ day }: Booking) =>
  [24, 2].map((hours) => ({ at: new Date(day.from.getTime() - hours * HOUR), soon: hours === 2 }))

/** Puts notices into the outbox and wakes the booking for what is next: delivery at once, else the next reminder. */
function withOutbox(booking: Booking, notices: Booking['outbox'], now: Date): Booking {
  const { wakeAt: _woken, failures: _failures, ...rest } = booking
  const outbox = [...booking.outbox, ...notices]
  const next = rest.state === 'booked' ? remindersOf(booking).find(({ at }) => at > now)?.at : undefined
  const wakeAt = outbox.length > 0 ? now : next
  return { ...rest, outbox, ...(wakeAt ? { wakeAt } : {}) }
}
