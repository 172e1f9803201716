import { DAY, MINUTE } from './workdays'

/**
 * Tickets that a walk along all that moved could not take. They are kept beside it and tried again by themselves, so
 * that nothing waits behind one that always fails.
 */
export interface Waiting {
  id: string
  failures: number
  /** When it is tried again. */
  at: Date
}

/** Where a walk along the tickets that moved stands: in the job that takes it. */
export interface Standing {
  /** Every ticket whose `headKey` is not above this one has been looked at, but those that wait. */
  upTo: string
  waiting?: Waiting[]
}

/** More have failed than a job can remember: something else is wrong, and the log says so for each. */
const MOST_WAITING = 200

/** After a failure: again in 1, 2, 4 … minutes, at last once a day. Of too many those that failed least are kept. */
export function putOff(waiting: readonly Waiting[], id: string, now: Date): Waiting[] {
  const failures = (waiting.find((one) => one.id === id)?.failures ?? 0) + 1
  const pause = Math.min(2 ** (failures - 1) * MINUTE, DAY)
  const next = [...without(waiting, id), { id, failures, at: new Date(now.getTime() + pause) }]
  return next.sort((a, b) => a.failures - b.failures).slice(0, MOST_WAITING)
}

/** It could be taken, or is no more. */
export const without = (waiting: readonly Waiting[], id: string): Waiting[] =>
  waiting.filter((one) => one.id !== id)

/** Those whose time has come. */
export const triedAgain = (waiting: readonly Waiting[], now: Date): string[] =>
  waiting.filter(({ at }) => at <= now).map(({ id }) => id)
