import type { Day, Month } from '@core/reception'
import { lte, oneOf } from '../platform/conditions'
import { get, insert, list, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

const MONTHS = 'months'
const DAYS = 'days'
/** More receptions than a month may have. */
const MOST = 200

export const loadMonth = (id: string): Promise<Month | undefined> => get<Month>(MONTHS, id)

/** The one commit of a month, on the version that was read. False: somebody else wrote in between. */
export function commitMonth(prev: Month, next: Month): Promise<boolean> {
  if (prev.version === 0) return insert(MONTHS, { ...next, version: 1 })
  return updateOne(MONTHS, prev._id, { version: prev.version }, patchOf(prev, next))
}

/** Months whose published days are still to be made. */
export const dueMonths = (now: Date, limit: number): Promise<Month[]> =>
  list<Month>(MONTHS, { where: { wakeAt: lte(now) }, orderBy: [['wakeAt', 'asc']], limit })

/** Makes a published day. False: it is there. */
export const addDay = (day: Day): Promise<boolean> => insert(DAYS, day)

/** Days by their ids, in no order. */
export async function daysById(ids: readonly string[]): Promise<Day[]> {
  if (ids.length === 0) return []
  return list<Day>(DAYS, {
    where: { _id: oneOf(ids) },
    orderBy: [['_id', 'asc']],
    limit: MOST,
    omit: ['seats', 'waiting', 'outbox'],
  })
}
