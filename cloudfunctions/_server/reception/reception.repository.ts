import type { Booking, Day, DayCopy, OpenDay, Seat } from '@core/reception'
import { absent, gt, gte, lte, oneOf, type Where } from '../platform/conditions'
import { get, insert, list, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

const DAYS = 'days'
const BOOKINGS = 'bookings'
/** More reception days than a county publishes ahead. */
const MOST_DAYS = 200

export const loadDay = (id: string): Promise<Day | undefined> => get<Day>(DAYS, id)

/** A centre's published days that begin at this moment or later, soonest first, without the people. */
export const daysFrom = (centreId: string, moment: Date): Promise<OpenDay[]> =>
  list<Day>(DAYS, {
    where: { centreId, published: true, sortKey: gte(String(moment.getTime()).padStart(13, '0')) },
    orderBy: [['sortKey', 'asc']],
    limit: MOST_DAYS,
    omit: ['seats', 'desk', 'outbox'],
  })

/** The one commit of a day that is decided as a whole, on the version that was read. False: somebody else wrote. */
export const commitDay = (prev: Day, next: Day): Promise<boolean> =>
  updateOne(DAYS, prev._id, { version: prev.version }, patchOf(prev, next))

/** Days that time must touch by now, longest due first. */
export const dueDays = (now: Date, limit: number): Promise<Day[]> =>
  list<Day>(DAYS, { where: { wakeAt: lte(now) }, orderBy: [['wakeAt', 'asc']], limit })

/** What a booking asks of a day: a seat in this slot, under this claim. */
export interface Claim {
  bookingId: string
  personId: string
  dayId: string
  slotId: string
  seatId: string
  /** The day as the person was shown it: a claim for another leader or date is refused (R-A6). */
  day: DayCopy
  /** The seat on the same day that is given back for it, in the same write (R-A5). */
  gives?: { slotId: string; seatId: string; until: Date }
  /** The desk gives out what is left after the cut-off (R-A5). */
  atDesk?: boolean
}

const seatPath = (slotId: string, seatId: string): string => `seats.${slotId}.${seatId}`
const lineOf = (slotId: string): string => `waiting.${slotId}`
const newSeat = ({ bookingId, personId }: Claim, state: Seat['state'], until?: Date): Seat => ({
  bookingId,
  personId,
  state,
  ...(until ? { until } : {}),
})
/** What the claim relies on: the day is published, still as it was shown, and this claim was never on it. */
const asShown = ({ slotId, seatId, day }: Claim): Where => ({
  published: true,
  leaderId: day.leaderId,
  date: day.date,
  [seatPath(slotId, seatId)]: absent(),
})

/**
 * The commit point of a booking and of a move: one seat less and this claim on it, if the slot has a seat, nobody
 * waits for it, the day still takes bookings and this claim was never on it (R-A4). The database alone judges; a void
 * seat is a tombstone.
 */
export function claimSeat(claim: Claim, now: Date): Promise<boolean> {
  const { dayId, slotId, seatId, gives, atDesk } = claim
  const given = gives && seatPath(gives.slotId, gives.seatId)
  return updateOne(
    DAYS,
    dayId,
    {
      ...asShown(claim),
      [`free.${slotId}`]: gt(0),
      ...(atDesk ? { cutOff: lte(now) } : { cutOff: gt(now), [`${lineOf(slotId)}.0`]: absent() }),
      ...(given ? { [`${given}.state`]: 'booked' } : {}),
    },
    {
      set: {
        [seatPath(slotId, seatId)]: newSeat(claim, 'booked'),
        ...(given ? { [`${given}.state`]: 'void', [`${given}.until`]: gives!.until, wakeAt: now } : {}),
      },
      inc: { [`free.${slotId}`]: -1, ...(gives ? { [`free.${gives.slotId}`]: 1 } : {}), version: 1 },
    },
  )
}

/** R-A5: to the end of the line, if the day still takes bookings, the line is not too long and this was never in it. */
export function joinLine(claim: Claim, now: Date, most: number): Promise<boolean> {
  const { dayId, slotId, seatId } = claim
  return updateOne(
    DAYS,
    dayId,
    { ...asShown(claim), cutOff: gt(now), [`${lineOf(slotId)}.${most - 1}`]: absent() },
    {
      set: { [seatPath(slotId, seatId)]: newSeat(claim, 'waiting'), wakeAt: now },
      push: { [lineOf(slotId)]: [seatId] },
      inc: { version: 1 },
    },
  )
}

/** Bars a claim that got no seat from getting one later: a write may still be on its way. */
export function bury(claim: Claim, now: Date, until: Date): Promise<boolean> {
  const { dayId, slotId, seatId } = claim
  return updateOne(
    DAYS,
    dayId,
    { [seatPath(slotId, seatId)]: absent() },
    {
      set: { [seatPath(slotId, seatId)]: newSeat(claim, 'void', until), wakeAt: now },
      inc: { version: 1 },
    },
  )
}

type Place = Pick<Claim, 'dayId' | 'slotId' | 'seatId'>

/** R-A5: an offered seat becomes theirs, while the offer stands. The booking follows, should its own call not get to it. */
export function takeOffer({ dayId, slotId, seatId, _id }: Booking, now: Date): Promise<boolean> {
  const seat = seatPath(slotId, seatId)
  return updateOne(
    DAYS,
    dayId,
    { [`${seat}.state`]: 'offered', [`${seat}.until`]: gt(now) },
    {
      set: { [`${seat}.state`]: 'booked', wakeAt: now },
      unset: [`${seat}.until`],
      addToSet: { outbox: _id },
      inc: { version: 1 },
    },
  )
}

/** Gives a seat back, or an offered one, once. `until`: how long the tombstone stands. */
export function freeSeat({ dayId, slotId, seatId }: Place, now: Date, until: Date): Promise<boolean> {
  const seat = seatPath(slotId, seatId)
  return updateOne(
    DAYS,
    dayId,
    { [`${seat}.state`]: oneOf(['booked', 'offered']) },
    {
      set: { [`${seat}.state`]: 'void', [`${seat}.until`]: until, wakeAt: now },
      inc: { [`free.${slotId}`]: 1, version: 1 },
    },
  )
}

/** R-A5: out of the line, once. */
export function leaveLine({ dayId, slotId, seatId }: Place, now: Date, until: Date): Promise<boolean> {
  const seat = seatPath(slotId, seatId)
  return updateOne(
    DAYS,
    dayId,
    { [`${seat}.state`]: 'waiting' },
    {
      set: { [`${seat}.state`]: 'void', [`${seat}.until`]: until, wakeAt: now },
      pull: { [lineOf(slotId)]: seatId },
      inc: { version: 1 },
    },
  )
}

export const loadBooking = (id: string): Promise<Booking | undefined> => get<Booking>(BOOKINGS, id)

/** False: this request has made its booking before. */
export const addBooking = (booking: Booking): Promise<boolean> => insert(BOOKINGS, booking)

/** The one commit of a booking, on the version that was read. False: somebody else has taken the step. */
export const commitBooking = (prev: Booking, next: Booking): Promise<boolean> =>
  updateOne(BOOKINGS, prev._id, { version: prev.version }, patchOf(prev, next))

/** A person's bookings, newest first. */
export const bookingsOf = (personId: string, limit: number): Promise<Booking[]> =>
  list<Booking>(BOOKINGS, { where: { personId }, orderBy: [['sortKey', 'desc']], limit, omit: ['outbox'] })

/** Bookings an agent has made for others, newest first. */
export const bookingsBy = (byId: string, limit: number): Promise<Booking[]> =>
  list<Booking>(BOOKINGS, { where: { byId }, orderBy: [['sortKey', 'desc']], limit, omit: ['outbox'] })

/** Bookings that time must touch by now, longest due first. */
export const dueBookings = (now: Date, limit: number): Promise<Booking[]> =>
  list<Booking>(BOOKINGS, { where: { wakeAt: lte(now) }, orderBy: [['wakeAt', 'asc']], limit })
