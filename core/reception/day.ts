import { AppError, refuse } from '../errors'
import type { Booking, Day, Seat } from './types'

export type Slot = Day['slots'][number]

/** What is fixed and public about a day: all but who sits where. */
export type DayPlan = Omit<
  Day,
  'version' | 'free' | 'seats' | 'waiting' | 'outbox' | 'desk' | 'openedAt' | 'closedAt'
>

/** A day as lists read it: without the people. */
export type OpenDay = DayPlan & Pick<Day, 'free' | 'waiting'>

/** A free seat to offer: what `SlotOffer` shows. */
export interface Offer {
  day: OpenDay
  slot: Slot
  free: number
}

/**
 * R-A3: the slot, if the day takes bookings now.
 * @throws AppError NOT_FOUND for a day that is not published or a slot it does not have; BOOKING_CLOSED after the cut-off
 */
export function bookableSlot(day: DayPlan, slotId: string, now: Date): Slot {
  const slot = publishedSlot(day, slotId)
  if (day.cutOff <= now) throw new AppError('BOOKING_CLOSED')
  return slot
}

/**
 * R-A5: the slot, if the desk may give its free seats to who walks in.
 * @throws AppError NOT_FOUND as above; RULE_REFUSED before the cut-off and when the slot is over
 */
export function walkInSlot(day: DayPlan, slotId: string, now: Date): Slot {
  const slot = publishedSlot(day, slotId)
  if (day.cutOff > now) refuse('预约还没有截止，请按电话预约登记')
  if (slot.to <= now) refuse('这个时段已经过了，请选后面的时段')
  return slot
}

function publishedSlot(day: DayPlan, slotId: string): Slot {
  const slot = day.published ? day.slots.find(({ id }) => id === slotId) : undefined
  if (!slot) throw new AppError('NOT_FOUND')
  return slot
}

/** The seat that this claim holds or held on the day. */
export function seatOf(day: Pick<Day, 'seats'>, slotId: string, seatId: string): Seat | undefined {
  const seats = day.seats[slotId]
  return seats && Object.prototype.hasOwnProperty.call(seats, seatId) ? seats[seatId] : undefined
}

export const freeSeats = (day: Pick<Day, 'free'>, slotId: string): number =>
  Math.max(0, day.free[slotId] ?? 0)

/** R-A5: how many wait for the slot; while there are any a free seat is theirs. */
export const inLine = (day: Pick<Day, 'waiting'>, slotId: string): number => day.waiting[slotId]?.length ?? 0

/** Seats of the slot that anybody may book now. */
export const bookableSeats = (day: OpenDay, slotId: string, now: Date): number =>
  day.published && day.cutOff > now && inLine(day, slotId) === 0 ? freeSeats(day, slotId) : 0

/**
 * R-A4: the next free seats of the same kind for somebody who lost a race: first those of the day they chose, with the
 * leader they wanted to see, then the soonest.
 */
export function nextOffers(
  days: readonly OpenDay[],
  { kind, dayId }: Pick<Booking, 'kind' | 'dayId'>,
  now: Date,
  most = 6,
): Offer[] {
  const isElsewhere = ({ day }: Offer): number => (day._id === dayId ? 0 : 1)
  return days
    .filter((day) => day.kind === kind)
    .flatMap((day) => day.slots.map((slot) => ({ day, slot, free: bookableSeats(day, slot.id, now) })))
    .filter(({ free }) => free > 0)
    .sort((a, b) => isElsewhere(a) - isElsewhere(b) || a.slot.from.getTime() - b.slot.from.getTime())
    .slice(0, most)
}
