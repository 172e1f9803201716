import type { Roster } from '@core/people/roster'
import { get, insert, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

const ROSTERS = 'rosters'

/** A unit nobody has planned for yet has an empty roster, of version 0. */
export async function load(unitId: string): Promise<Roster> {
  return (await get<Roster>(ROSTERS, unitId)) ?? { _id: unitId, version: 0, duty: {} }
}

/** The one commit of a roster, on the version that was read. False: somebody else wrote in between. */
export function commit(prev: Roster, next: Roster): Promise<boolean> {
  if (prev.version === 0) return insert(ROSTERS, { ...next, version: 1 })
  return updateOne(ROSTERS, prev._id, { version: prev.version }, patchOf(prev, next))
}
