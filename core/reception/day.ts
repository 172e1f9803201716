import { AppError } from '../errors'
import type { Booking, Day, Seat } from './types'

export type Slot = Day['slots'][number]

/** What is fixed and public about a day: all but who sits where. */
export type DayPlan = Omit<Day, 'version' | 'free' | 'seats'>

/** A free seat to offer: what `SlotOffer` shows. */
export interface Offer {
  day: Day
  slot: Slot
  free: number
}

/**
 * R-A3: the slot, if the day takes bookings now.
 * @throws AppError NOT_FOUND for a day that is not published or a slot it does not have; BOOKING_CLOSED after the cut-off
 */
export function bookableSlot(day: DayPlan, slotId: string, now: Date): Slot {
  const slot = day.published ? day.slots.find(({ id }) => id === slotId) : undefined
  if (!slot) throw new AppError('NOT_FOUND')
  if (day.cutOff <= now) throw new AppError('BOOKING_CLOSED')
  return slot
}

/** The seat this booking holds or held on the day. */
export function seatOf(day: Day, slotId: string, bookingId: string): Seat | undefined {
  const seats = day.seats[slotId]
  return seats && Object.prototype.hasOwnProperty.call(seats, bookingId) ? seats[bookingId] : undefined
}

export const freeSeats = (day: Day, slotId: string): number => Math.max(0, day.free[slotId] ?? 0)

/**
 * R-A4: the next free seats of the same kind for somebody who lost a race: first those of the day they chose, with the
 * leader they wanted to see, then the soonest.
 */
export function nextOffers(
  days: readonly Day[],
  { kind, dayId }: Pick<Booking, 'kind' | 'dayId'>,
  now: Date,
  most = 6,
): Offer[] {
  const isElsewhere = ({ day }: Offer): number => (day._id === dayId ? 0 : 1)
  return days
    .filter((day) => day.published && day.kind === kind && day.cutOff > now)
    .flatMap((day) => day.slots.map((slot) => ({ day, slot, free: freeSeats(day, slot.id) })))
    .filter(({ free }) => free > 0)
    .sort((a, b) => isElsewhere(a) - isElsewhere(b) || a.slot.from.getTime() - b.slot.from.getTime())
    .slice(0, most)
}
