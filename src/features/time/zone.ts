const HOUR = 3600_000
const DAY = 24 * HOUR
/** The county's clock, wherever the phone is; China has had no summer time since 1991. */
const SHANGHAI = 8 * HOUR

export interface WallClock {
  year: number
  month: number
  day: number
  /** 0 = Sunday. */
  weekday: number
  hour: number
  minute: number
  /** Days since 1970 on the county's calendar: differences are calendar days. */
  dayNumber: number
}

/** What the clock and calendar on the wall of the county show at a moment (ms, UTC). */
export function wallClock(at: number): WallClock {
  const shifted = new Date(at + SHANGHAI)
  return {
    year: shifted.getUTCFullYear(),
    month: shifted.getUTCMonth() + 1,
    day: shifted.getUTCDate(),
    weekday: shifted.getUTCDay(),
    hour: shifted.getUTCHours(),
    minute: shifted.getUTCMinutes(),
    dayNumber: Math.floor((at + SHANGHAI) / DAY),
  }
}

/** `YYYY-MM-DD` of a day number. */
export function dateOfDay(dayNumber: number): string {
  return new Date(dayNumber * DAY).toISOString().slice(0, 10)
}

/** The start of a `YYYY-MM-DD` on the county's calendar, as a moment. */
export function momentOfDate(date: string): number {
  return Date.parse(`${date}T00:00:00Z`) - SHANGHAI
}
