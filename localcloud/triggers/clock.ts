/**
 * A clock that runs with the real one at a distance that can be changed: zero in production, moved by tests
 * instead of sleeping. Everything in the local cloud that asks for the time asks this; functions get the
 * distance as `MINSHENG_NOW_OFFSET_MS` and add it to `Date.now()`.
 */
export interface SettableClock {
  now(): Date
  /** From now on the time is `to`, running on. */
  set(to: Date): void
  /** Moves by `ms` milliseconds; negative moves back. */
  advance(ms: number): void
  /** Distance to the real clock in milliseconds. */
  offsetMs(): number
}

/** A clock at `start`, or at the real time. */
export function createClock(start?: Date): SettableClock {
  let offset = start ? start.getTime() - Date.now() : 0
  const move = (next: number) => {
    if (!Number.isFinite(next)) throw new RangeError('the clock was given an invalid date')
    offset = Math.round(next)
  }
  return {
    now: () => new Date(Date.now() + offset),
    set: (to) => move(to.getTime() - Date.now()),
    advance: (ms) => move(offset + ms),
    offsetMs: () => offset,
  }
}
