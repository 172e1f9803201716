import type { Person } from '@core/people/types'
import { oneOf, type Where } from '../platform/conditions'
import { get, insert, list, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

const PEOPLE = 'people'
/** More colleagues than any unit of a county has. */
const MOST_COLLEAGUES = 200

/** A person as the database knows them; somebody it has never met has version 0 and nothing else. */
export async function load(id: string): Promise<Person> {
  return (await get<Person>(PEOPLE, id)) ?? stranger(id)
}

export const stranger = (id: string): Person => ({
  _id: id,
  version: 0,
  recent: {},
  submissions: [],
  locks: {},
})

/** The one commit of a person, on the version that was read. False: somebody else wrote in between. */
export function commit(prev: Person, next: Person): Promise<boolean> {
  if (prev.version === 0) return insert(PEOPLE, { ...next, version: 1 })
  return updateOne(PEOPLE, prev._id, { version: prev.version }, patchOf(prev, next))
}

/** The people of these ids, without what only their own calls need. */
export async function peopleOf(ids: readonly string[]): Promise<Person[]> {
  if (ids.length === 0) return []
  return list<Person>(PEOPLE, {
    where: { _id: oneOf(ids) },
    orderBy: [['_id', 'asc']],
    limit: ids.length,
    omit: ['recent', 'submissions', 'locks'],
  })
}

/** More people than share a telephone. */
const MOST_OF_NUMBER = 20

/** R-A3: people in WeChat who have verified this number, and those who left it with a matter and have verified none. */
export async function peopleOfNumber(hash: string): Promise<Person[]> {
  const known = (where: Where) =>
    list<Person>(PEOPLE, { where, orderBy: [['_id', 'asc']], limit: MOST_OF_NUMBER, omit: ['submissions'] })
  const [verified, left] = await Promise.all([known({ phoneHash: hash }), known({ contactHash: hash })])
  return [...verified, ...left.filter(({ phoneHash }) => phoneHash === undefined)]
}

/** R-A3: counts a visitor who did not come, or takes it back; once a booking. */
export function markAbsence(id: string, bookingId: string, missed: boolean): Promise<boolean> {
  const noShows = { noShows: bookingId }
  return updateOne(
    PEOPLE,
    id,
    {},
    { ...(missed ? { addToSet: noShows } : { pull: noShows }), inc: { version: 1 } },
  )
}

/** Active staff of a unit, of the given roles. */
export async function staffOf(unitId: string, roles: readonly string[]): Promise<Person[]> {
  return staffWhere({ 'staff.unitId': unitId, 'staff.role': oneOf(roles) })
}

/** Active staff among these people. */
export const activeAmong = (ids: readonly string[]): Promise<Person[]> => staffWhere({ _id: oneOf(ids) })

async function staffWhere(where: Where): Promise<Person[]> {
  return list<Person>(PEOPLE, {
    where: { ...where, 'staff.active': true },
    orderBy: [['_id', 'asc']],
    limit: MOST_COLLEAGUES,
    omit: ['recent', 'submissions', 'locks'],
  })
}
