import type { Booking, Day } from '@core/reception'
import { absent, gt, gte, lte } from '../platform/conditions'
import { get, insert, list, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

const DAYS = 'days'
const BOOKINGS = 'bookings'
/** More reception days than a county publishes ahead. */
const MOST_DAYS = 200

export const loadDay = (id: string): Promise<Day | undefined> => get<Day>(DAYS, id)

/** Published days that begin at this moment or later, soonest first. */
export const daysFrom = (moment: Date): Promise<Day[]> =>
  list<Day>(DAYS, {
    where: { published: true, sortKey: gte(String(moment.getTime()).padStart(13, '0')) },
    orderBy: [['sortKey', 'asc']],
    limit: MOST_DAYS,
  })

/**
 * The commit point of a booking: one seat less and this booking on it, if the slot has a seat, the day still takes
 * bookings and this booking was never on it (R-A4). The database alone judges; a void seat is a tombstone.
 */
export function claimSeat(booking: Booking, now: Date): Promise<boolean> {
  const { dayId, slotId, seatId, _id: bookingId, personId } = booking
  return updateOne(
    DAYS,
    dayId,
    { published: true, cutOff: gt(now), [`free.${slotId}`]: gt(0), [seat(slotId, seatId)]: absent() },
    {
      set: { [seat(slotId, seatId)]: { bookingId, personId, state: 'booked' } },
      inc: { [`free.${slotId}`]: -1, version: 1 },
    },
  )
}

/** Bars a booking that got no seat from getting one later: a claim may still be on its way. */
export function bury({ dayId, slotId, seatId, _id: bookingId, personId }: Booking): Promise<boolean> {
  return updateOne(
    DAYS,
    dayId,
    { [seat(slotId, seatId)]: absent() },
    { set: { [seat(slotId, seatId)]: { bookingId, personId, state: 'void' } }, inc: { version: 1 } },
  )
}

/** Gives the seat back, once. */
export function freeSeat({ dayId, slotId, seatId }: Booking): Promise<boolean> {
  return updateOne(
    DAYS,
    dayId,
    { [`${seat(slotId, seatId)}.state`]: 'booked' },
    { set: { [`${seat(slotId, seatId)}.state`]: 'void' }, inc: { [`free.${slotId}`]: 1, version: 1 } },
  )
}

const seat = (slotId: string, seatId: string): string => `seats.${slotId}.${seatId}`

export const loadBooking = (id: string): Promise<Booking | undefined> => get<Booking>(BOOKINGS, id)

/** False: this request has made its booking before. */
export const addBooking = (booking: Booking): Promise<boolean> => insert(BOOKINGS, booking)

/** The one commit of a booking, on the version that was read. False: somebody else has taken the step. */
export const commitBooking = (prev: Booking, next: Booking): Promise<boolean> =>
  updateOne(BOOKINGS, prev._id, { version: prev.version }, patchOf(prev, next))

/** A person's bookings, newest first. */
export const bookingsOf = (personId: string, limit: number): Promise<Booking[]> =>
  list<Booking>(BOOKINGS, { where: { personId }, orderBy: [['sortKey', 'desc']], limit, omit: ['outbox'] })

/** Bookings that time must touch by now, longest due first. */
export const dueBookings = (now: Date, limit: number): Promise<Booking[]> =>
  list<Booking>(BOOKINGS, { where: { wakeAt: lte(now) }, orderBy: [['wakeAt', 'asc']], limit })
