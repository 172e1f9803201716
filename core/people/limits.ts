import { AppError } from '../errors'

/** R-X4: at most `most` acts within a window, and what is said to who wants more. */
export interface Limit {
  most: number
  /** Start of the window (ms) for an act at this moment (ms). */
  since: (now: number) => number
  words: string
}

const MINUTE = 60_000
const DAY = 24 * 60 * MINUTE
/** Asia/Shanghai is 8 hours ahead of UTC, all year. */
const ZONE = 8 * 60 * MINUTE

/** The last `minutes` minutes. */
export const lastMinutes =
  (minutes: number) =>
  (now: number): number =>
    now - minutes * MINUTE

/** Since midnight in Asia/Shanghai: what people mean by "a day". */
export const sinceMidnight = (now: number): number => Math.floor((now + ZONE) / DAY) * DAY - ZONE

/**
 * Takes one turn: answers the moments to keep, this one included, without those no limit looks back to.
 * @throws AppError RATE_LIMITED with the words of the first limit that is reached
 */
export function takeTurn(
  moments: readonly number[] | undefined,
  limits: readonly Limit[],
  now: number,
): number[] {
  const past = moments ?? []
  for (const { most, since, words } of limits) {
    if (past.filter((moment) => moment > since(now)).length >= most) {
      throw new AppError('RATE_LIMITED', { reason: words })
    }
  }
  const horizon = Math.min(...limits.map(({ since }) => since(now)))
  return [...past.filter((moment) => moment > horizon), now]
}
