/** A document that time must touch. */
export interface Waking {
  _id: string
  version: number
  wakeAt?: Date
  failures?: number
  stuckAt?: Date
}

const MINUTE = 60_000
/** Failures after which it leaves the queue and shows to the admin. */
const MOST_FAILURES = 8

/** After a failed wake-up: again in 1, 2, 4 … minutes; after the eighth it is stuck and waits for a person. */
export function backedOff<T extends Waking>(document: T, now: Date): T {
  const failures = (document.failures ?? 0) + 1
  const { wakeAt: _woken, ...rest } = document
  if (failures >= MOST_FAILURES) return { ...rest, failures, stuckAt: now } as T
  return { ...document, failures, wakeAt: new Date(now.getTime() + 2 ** (failures - 1) * MINUTE) }
}
