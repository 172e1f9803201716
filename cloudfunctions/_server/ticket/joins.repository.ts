import type { Join } from '@core/ticket/public-matter'
import { absent, oneOf } from '../platform/conditions'
import { count, get, insert, list, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

/** Who said "me too" of which ticket (R-T3). */
const JOINS = 'joins'
/** Joiners of one matter who are told, and of a few matters who are counted. */
const MOST = 1000

export const idOf = (ticketId: string, personId: string): string => `${ticketId}.${personId}`

export const load = (ticketId: string, personId: string): Promise<Join | undefined> =>
  get<Join>(JOINS, idOf(ticketId, personId))

/** False: the same person pressed twice at once. */
export const add = (join: Join): Promise<boolean> => insert(JOINS, join)

export const commit = (prev: Join, next: Join): Promise<boolean> =>
  updateOne(JOINS, prev._id, { version: prev.version }, patchOf(prev, next))

export const countOf = (ticketId: string): Promise<number> => count(JOINS, { ticketId, left: absent() })

export const ofTickets = (ticketIds: readonly string[]): Promise<Join[]> =>
  list<Join>(JOINS, {
    where: { ticketId: oneOf(ticketIds), left: absent() },
    orderBy: [['sortKey', 'asc']],
    limit: MOST,
  })

export const joinersOf = async (ticketId: string): Promise<string[]> =>
  (await ofTickets([ticketId])).map(({ personId }) => personId)
