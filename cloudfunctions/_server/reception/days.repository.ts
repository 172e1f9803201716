import type { DayPlan } from '@core/reception'
import { readClock } from '../platform/clock'
import { loadDay } from './reception.repository'

const FRESH_MS = 60_000
const MOST_KEPT = 200

/** Of this instance; see `knowledge.repository` for why values and not promises. */
const kept = new Map<string, { plan: DayPlan; at: number }>()

/**
 * The plan of a day, at most a minute old: saves a booking one request. Whether the day still takes bookings, is still
 * as it was and has a seat is asked again by the claim itself.
 */
export async function planOf(id: string): Promise<DayPlan | undefined> {
  const now = readClock().getTime()
  const known = kept.get(id)
  if (known && Math.abs(now - known.at) < FRESH_MS) return known.plan
  const day = await loadDay(id)
  if (!day) return undefined
  const {
    version: _v,
    free: _f,
    seats: _s,
    waiting: _w,
    outbox: _o,
    desk: _d,
    openedAt: _at,
    closedAt: _end,
    ...plan
  } = day
  if (kept.size >= MOST_KEPT) kept.clear()
  kept.set(id, { plan, at: now })
  return plan
}

/** Slots in which somebody of this instance has found no seat: a hint where to look first, never an answer. */
const full = new Set<string>()
const nameOf = (dayId: string, slotId: string): string => `${dayId}/${slotId}`

export const wasFull = (dayId: string, slotId: string): boolean => full.has(nameOf(dayId, slotId))

export function noteFull(dayId: string, slotId: string): void {
  if (full.size >= MOST_KEPT * 10) full.clear()
  full.add(nameOf(dayId, slotId))
}

export const noteFree = (dayId: string, slotId: string): void => void full.delete(nameOf(dayId, slotId))
