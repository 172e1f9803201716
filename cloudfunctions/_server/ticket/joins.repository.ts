import type { Join } from '@core/ticket/me-too'
import { absent, between, lt, oneOf } from '../platform/conditions'
import { get, insert, list, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

/** Who said "me too" of which ticket (R-T3). */
const JOINS = 'joins'
/** Joiners of one matter who are told, and of a few matters who are counted. */
const MOST = 1000
/** Above the key of every join. */
const END = '9'

export const idOf = (ticketId: string, personId: string): string => `${ticketId}.${personId}`

export const load = (ticketId: string, personId: string): Promise<Join | undefined> =>
  get<Join>(JOINS, idOf(ticketId, personId))

/** False: the same person pressed twice at once. */
export const add = (join: Join): Promise<boolean> => insert(JOINS, join)

export const commit = (prev: Join, next: Join): Promise<boolean> =>
  updateOne(JOINS, prev._id, { version: prev.version }, patchOf(prev, next))

/** Those who said it of one of these tickets and have not taken it back, the first one first. */
export const ofTickets = (ticketIds: readonly string[]): Promise<Join[]> =>
  list<Join>(JOINS, {
    where: { ticketId: oneOf(ticketIds), left: absent() },
    orderBy: [['sortKey', 'asc']],
    limit: MOST,
  })

/** What one person said it of, newest first. */
export const ofPerson = (personId: string, below = END, limit: number): Promise<Join[]> =>
  list<Join>(JOINS, {
    where: { personId, left: absent(), sortKey: lt(below) },
    orderBy: [['sortKey', 'desc']],
    limit,
  })

/** What the same person said of these tickets, also where they took it back. */
export const ofPersonOn = (personId: string, ticketIds: readonly string[]): Promise<Join[]> =>
  list<Join>(JOINS, {
    where: { _id: oneOf(ticketIds.map((ticketId) => idOf(ticketId, personId))) },
    orderBy: [['_id', 'asc']],
    limit: ticketIds.length,
  })

/** Those said or taken back after one key and before another, in the order of these keys. */
export const changedBetween = (
  after: string,
  before: string,
  limit: number,
): Promise<Pick<Join, '_id' | 'ticketId' | 'changeKey'>[]> =>
  list<Join>(JOINS, {
    where: { changeKey: between(after, before) },
    orderBy: [['changeKey', 'asc']],
    limit,
    only: ['ticketId', 'changeKey'],
  })
