import type { DayView, SlotOffer } from '@core/contracts/reception/views'

export interface ReceptionDate {
  /** YYYY-MM-DD */
  date: string
  days: DayView[]
  /** Seats left that can be booked now. */
  free: number
  /** What to say of the seats: 「余 3」「约满」「截止」. */
  seats: string
}

/** Whether booking has ended for this leader's day (R-A5). */
export const isOver = (day: DayView, now: number): boolean => !day.open || day.cutOff <= now

/** Seats left on a leader's day; none once booking has ended. */
export function freeSeats(day: DayView, now: number): number {
  return isOver(day, now) ? 0 : day.slots.reduce((sum, slot) => sum + slot.free, 0)
}

/** The days of leaders by date, first date first. */
export function byDate(days: readonly DayView[], now: number): ReceptionDate[] {
  const dates = new Map<string, DayView[]>()
  for (const day of days) dates.set(day.date, [...(dates.get(day.date) ?? []), day])
  return [...dates]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([date, ofDate]) => {
      const free = ofDate.reduce((sum, day) => sum + freeSeats(day, now), 0)
      const over = ofDate.every((day) => isOver(day, now))
      return { date, days: ofDate, free, seats: free > 0 ? `余 ${free}` : over ? '截止' : '约满' }
    })
}

/** The date to show first: the next one with a free seat, else the next one. */
export const firstDate = (dates: readonly ReceptionDate[]): string | undefined =>
  (dates.find(({ free }) => free > 0) ?? dates[0])?.date

/** The free slots that come with SLOT_TAKEN (R-A4); an answer without them offers nothing. */
export function offersOf(data: unknown): SlotOffer[] {
  const others = (data as { others?: SlotOffer[] } | undefined)?.others
  return Array.isArray(others) ? others : []
}
