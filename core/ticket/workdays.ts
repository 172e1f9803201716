import national from 'chinese-days/dist/chinese-days.json'
import type { Knowledge } from '../knowledge/types'

/**
 * R-L2: working days and working hours in Asia/Shanghai. The zone has been +08:00 without summer time since 1992, and
 * phones' JavaScript has no table of zones, so the offset is a constant here.
 */
export type Calendar = Knowledge['calendar']
/** YYYY-MM-DD in Asia/Shanghai */
export type Day = string

export const MINUTE = 60_000
export const HOUR = 60 * MINUTE
export const DAY = 24 * HOUR
const OFFSET = 8 * HOUR
/** Office hours; 8 in a working day. */
const OFFICE_HOURS = [
  [8, 12],
  [14, 18],
] as const
/** A calendar with no working day in this many days is a mistake, not a long holiday. */
const FAR = 400

export const dayOf = (at: Date): Day => new Date(at.getTime() + OFFSET).toISOString().slice(0, 10)

/** The moment of a wall-clock hour (0–24, fractions allowed) of that day. */
export const momentOf = (day: Day, hour: number): Date =>
  new Date(Date.parse(`${day}T00:00:00Z`) - OFFSET + hour * HOUR)

/** Wall-clock hour of the moment, with its fraction. */
export const hourOf = (at: Date): number => ((at.getTime() + OFFSET) % DAY) / HOUR

export const addDays = (day: Day, days: number): Day => dayOf(momentOf(day, days * 24))

/**
 * The library's tables, day by day. Its functions read the zone of the machine (west of Greenwich they are a day off),
 * so only its data are used.
 */
const HOLIDAYS: Record<string, string> = national.holidays
const MAKE_UP_WORKDAYS: Record<string, string> = national.workdays

/** The national notice with its make-up workdays, overruled by the county. Years not yet announced: Monday to Friday. */
export function isWorkday(day: Day, calendar: Calendar): boolean {
  if (calendar.extraWorkdays.includes(day)) return true
  if (calendar.extraHolidays.includes(day)) return false
  if (day in MAKE_UP_WORKDAYS) return true
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return weekday >= 1 && weekday <= 5 && !(day in HOLIDAYS)
}

/** What a calendar says of a day beside its weekday: a holiday or a make-up workday, with its name where it has one. */
export function dayMark(
  day: Day,
  calendar: Calendar,
): { mark: 'holiday' | 'makeUp'; name?: string } | undefined {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  const weekend = weekday === 0 || weekday === 6
  const worked = isWorkday(day, calendar)
  if (worked !== weekend) return undefined
  // 「National Day,国庆节,3」
  const name = (worked ? MAKE_UP_WORKDAYS : HOLIDAYS)[day]?.split(',')[1]
  return { mark: worked ? 'makeUp' : 'holiday', ...(name === undefined ? {} : { name }) }
}

/** The nth working day after this day (n ≥ 1), or before it (n ≤ -1). */
export function workdayFrom(day: Day, n: number, calendar: Calendar): Day {
  const step = n < 0 ? -1 : 1
  let left = Math.abs(n)
  for (let i = 1; i <= FAR; i++) {
    const next = addDays(day, i * step)
    if (isWorkday(next, calendar) && --left <= 0) return next
  }
  throw new Error('the calendar has no working days')
}

/** R-L2: N working days = 18:00 of the Nth working day after the day of `at`. */
export const endOfWorkday = (at: Date, n: number, calendar: Calendar): Date =>
  momentOf(workdayFrom(dayOf(at), n, calendar), 18)

function officeHours(day: Day, calendar: Calendar): [number, number][] {
  if (!isWorkday(day, calendar)) return []
  return OFFICE_HOURS.map(([from, to]) => [momentOf(day, from).getTime(), momentOf(day, to).getTime()])
}

/** `at` plus so many milliseconds of office hours; 0 is `at` itself. Lands on a closing hour rather than the next opening. */
export function addWorkingTime(at: Date, ms: number, calendar: Calendar): Date {
  if (ms <= 0) return at
  let left = ms
  for (let i = 0; i <= FAR; i++) {
    for (const [from, to] of officeHours(addDays(dayOf(at), i), calendar)) {
      const start = Math.max(from, at.getTime())
      if (to <= start) continue
      if (left <= to - start) return new Date(start + left)
      left -= to - start
    }
  }
  throw new Error('the calendar has no working days')
}

/** Milliseconds of office hours from one moment to a later one; 0 when it is not later. */
export function workingTimeBetween(from: Date, to: Date, calendar: Calendar): number {
  let sum = 0
  for (let day = dayOf(from); day <= dayOf(to) && from < to; day = addDays(day, 1)) {
    for (const [open, close] of officeHours(day, calendar)) {
      sum += Math.max(0, Math.min(close, to.getTime()) - Math.max(open, from.getTime()))
    }
  }
  return sum
}
