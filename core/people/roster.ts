import { isWithin, unitOf } from '../knowledge/units'
import type { Knowledge } from '../knowledge/types'
import type { Actor } from './types'

/**
 * R-H6: who is told at once. `rosters/<unitId>`: a unit's duty by day and night. Whoever is not on it leaves it to the
 * unit's head (docs/adr/0007).
 */
export interface Roster {
  /** The unit's id. */
  _id: string
  version: number
  /** `YYYY-MM-DD` in Asia/Shanghai → person ids. A night begins on its day and ends the next morning. */
  duty: Record<string, Partial<Record<Shift, string[]>>>
}

export const SHIFTS = { day: '白班', night: '夜班' } as const
export type Shift = keyof typeof SHIFTS

/** The hours of the day shift, wall clock of Asia/Shanghai. */
export const DAY_SHIFT = { from: 8, to: 20 } as const

/** People of one shift: the officer and the leader on duty, and one in reserve. */
export const MOST_ON_DUTY = 3
export const WEEK = 7
/** Days the page shows and lets one plan, today first. */
export const DAYS_AHEAD = 2 * WEEK
/** Days kept behind today, so that one can see who was told. */
const DAYS_KEPT = 31

const HOUR = 3_600_000
const DAY = 24 * HOUR
const ZONE = 8 * HOUR

const dayOf = (at: Date): string => new Date(at.getTime() + ZONE).toISOString().slice(0, 10)

/** The days of the page, from the one of `now`. */
export const rosterDays = (now: Date): string[] =>
  Array.from({ length: DAYS_AHEAD }, (_, n) => dayOf(new Date(now.getTime() + n * DAY)))

/** The shift of a moment: before the morning it is still the night of the day before. */
export function shiftAt(now: Date): { day: string; shift: Shift } {
  const hour = ((now.getTime() + ZONE) % DAY) / HOUR
  if (hour < DAY_SHIFT.from) return { day: dayOf(new Date(now.getTime() - DAY)), shift: 'night' }
  return { day: dayOf(now), shift: hour < DAY_SHIFT.to ? 'day' : 'night' }
}

/** Who is on duty at this moment; nobody where the shift is not filled. */
export function onDuty(roster: Roster | undefined, now: Date): string[] {
  const { day, shift } = shiftAt(now)
  return roster?.duty[day]?.[shift] ?? []
}

/** The roster with one shift filled anew (nobody: it falls to the head), without days long gone. */
export function withShift(
  roster: Roster,
  { day, shift, personIds }: { day: string; shift: Shift; personIds: readonly string[] },
  now: Date,
): Roster {
  const { [shift]: _before, ...rest } = roster.duty[day] ?? {}
  const filled = personIds.length > 0 ? { ...rest, [shift]: [...personIds] } : rest
  const oldest = dayOf(new Date(now.getTime() - DAYS_KEPT * DAY))
  const kept = Object.entries({ ...roster.duty, [day]: filled }).filter(
    ([of, shifts]) => of >= oldest && Object.keys(shifts).length > 0,
  )
  return { ...roster, duty: Object.fromEntries(kept) }
}

/**
 * The roster with the empty shifts of these days filled as a week before, by those who still work there. What is planned
 * already stays. The same roster where there is nothing to copy.
 */
export function withWeekBefore(
  roster: Roster,
  days: readonly string[],
  staffIds: readonly string[],
  now: Date,
): Roster {
  return days.reduce((next, day) => {
    const before = roster.duty[dayOf(new Date(Date.parse(`${day}T12:00:00+08:00`) - WEEK * DAY))] ?? {}
    return (Object.keys(SHIFTS) as Shift[]).reduce((filled, shift) => {
      const personIds = (before[shift] ?? []).filter((id) => staffIds.includes(id))
      const isFree = (filled.duty[day]?.[shift] ?? []).length === 0
      return isFree && personIds.length > 0 ? withShift(filled, { day, shift, personIds }, now) : filled
    }, next)
  }, roster)
}

/** Whose roster a person looks at without naming one: that of the unit they work for. */
export const isOwnUnit = (unitId: string, { unitId: own }: Actor, knowledge: Knowledge): boolean =>
  own !== undefined && isWithin(knowledge, unitId, own)

/** The unit's head, and who heads a unit above it; an admin for every unit. */
export function mayPlan(unitId: string, actor: Actor, knowledge: Knowledge): boolean {
  if (actor.role === 'admin') return true
  if (unitOf(knowledge, unitId)?.headPersonId === actor.id) return true
  return actor.role === 'unitHead' && isOwnUnit(unitId, actor, knowledge)
}
