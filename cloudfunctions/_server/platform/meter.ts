import { AsyncLocalStorage } from 'node:async_hooks'

/** Requests to the cloud made by one call, by what they were for. */
export interface Meter {
  /** Database requests of the action itself: what the budgets speak of. */
  database: number
  /** Database requests for telling people afterwards; not part of a budget. */
  notices: number
}

const calls = new AsyncLocalStorage<{ meter: Meter; counts: keyof Meter }>()

/** Runs one call and counts its requests in `meter`. */
export const metered = <T>(meter: Meter, work: () => Promise<T>): Promise<T> =>
  calls.run({ meter, counts: 'database' }, work)

/** Counts the requests of `work` as notices. */
export function asNotices<T>(work: () => Promise<T>): Promise<T> {
  const call = calls.getStore()
  return call ? calls.run({ ...call, counts: 'notices' }, work) : work()
}

/** Counts one database request. */
export function countDatabaseRequest(): void {
  const call = calls.getStore()
  if (call) call.meter[call.counts]++
}
