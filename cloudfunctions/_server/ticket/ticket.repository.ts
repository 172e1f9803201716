import type { Ticket } from '@core/ticket/types'
import { between, gt, lt, lte, noneOf, oneOf, startsWith, type Where } from '../platform/conditions'
import { count, get, insert, list, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

const TICKETS = 'tickets'
/** What lists leave in the database: a page of whole tickets would be megabytes. */
const NOT_LISTED = ['events', 'outbox']
/** Reporters behind one matter whose news goes to each of them. */
const MOST_FOLLOWERS = 500

/** A ticket as lists read it. */
export type ListedTicket = Omit<Ticket, 'events' | 'outbox'>

export const load = (id: string): Promise<Ticket | undefined> => get<Ticket>(TICKETS, id)

/** False: this request has made its ticket before. */
export const add = (ticket: Ticket): Promise<boolean> => insert(TICKETS, ticket)

/**
 * The one commit: every write to a ticket is this one, on the version that was read, so a decision is stored whole or
 * not at all. False: somebody else wrote in between.
 */
export const commit = (prev: Ticket, next: Ticket): Promise<boolean> =>
  updateOne(TICKETS, prev._id, { version: prev.version }, patchOf(prev, next))

/** A list, as an index serves it: sorted by a unique string, so that a page ends in one place. */
export interface List {
  where: Where
  by: 'sortKey' | 'dueKey'
  direction: 'asc' | 'desc'
  /** Only keys between these, whatever the page. */
  above?: string
  below?: string
}

/** A reporter's own, newest first. */
export const ownList = (key: string, statuses: readonly string[]): List => ({
  where: { audience: key, status: oneOf(statuses) },
  by: 'sortKey',
  direction: 'desc',
})

/** All that these keys may see, newest first, but what accuses one of the units `except`. */
export const seenList = (keys: readonly string[], except: readonly string[], status?: string): List => ({
  where: { audience: anyOf(keys), ...narrowed(except, status) },
  by: 'sortKey',
  direction: 'desc',
})

/** What waits for these keys, most pressing first. */
export const waitingList = (keys: readonly string[], except: readonly string[], status?: string): List => ({
  where: { waitsFor: anyOf(keys), ...narrowed(except, status) },
  by: 'dueKey',
  direction: 'asc',
})

/** What these keys may see and is due before `below`, longest due first. */
export const dueList = (
  keys: readonly string[],
  except: readonly string[],
  below: string,
  status?: string,
): List => ({
  where: { audience: anyOf(keys), ...narrowed(except, status) },
  by: 'dueKey',
  direction: 'asc',
  below,
})

/** What stands in one of these lists (`Ticket.lists`), most pressing first. */
export const namedList = (lists: readonly string[], except: readonly string[], status?: string): List => ({
  where: { lists: anyOf(lists), ...narrowed(except, status) },
  by: 'dueKey',
  direction: 'asc',
})

/** One key is asked for plainly: the index is then read along in its own order. */
const anyOf = (keys: readonly string[]): Where[string] => (keys.length === 1 ? keys[0]! : oneOf(keys))

/** Without `except` an index alone answers a count; with it every ticket is looked at, so it is only asked where needed. */
const narrowed = (except: readonly string[], status: string | undefined): Where => ({
  ...(except.length > 0 ? { 'accused.unitIds': noneOf(except) } : {}),
  ...(status === undefined ? {} : { status }),
})

/** A page of a list, after the last key of the page before. */
export const page = (of: List, after: string | undefined, limit: number): Promise<ListedTicket[]> =>
  list<Ticket>(TICKETS, {
    where: { ...of.where, ...rangeOf(of, after) },
    orderBy: [[of.by, of.direction]],
    limit,
    omit: NOT_LISTED,
  })

/** How many the whole list has. */
export const countOf = (of: List): Promise<number> =>
  count(TICKETS, { ...of.where, ...rangeOf(of, undefined) })

function rangeOf({ by, direction, above, below }: List, after: string | undefined): Where {
  const low = direction === 'asc' ? (after ?? above) : above
  const high = direction === 'desc' ? (after ?? below) : below
  if (low !== undefined && high !== undefined) return { [by]: between(low, high) }
  if (low !== undefined) return { [by]: gt(low) }
  return high === undefined ? {} : { [by]: lt(high) }
}

/** The tickets that joined this one (R-T9). */
export const followersOf = (id: string): Promise<ListedTicket[]> =>
  list<Ticket>(TICKETS, {
    where: { mergedInto: id },
    orderBy: [['sortKey', 'asc']],
    limit: MOST_FOLLOWERS,
    omit: NOT_LISTED,
  })

/** Whose tickets joined these, with the one they joined. */
export const reportersJoined = (
  ids: readonly string[],
): Promise<Pick<Ticket, '_id' | 'mergedInto' | 'reporter'>[]> =>
  list<Ticket>(TICKETS, {
    where: { mergedInto: oneOf(ids) },
    orderBy: [['sortKey', 'asc']],
    limit: MOST_FOLLOWERS,
    only: ['mergedInto', 'reporter.personId'],
  })

/** Whether one of this person's tickets joined this one. */
export const isFollowedBy = async (id: string, personId: string): Promise<boolean> =>
  (await count(TICKETS, { mergedInto: id, 'reporter.personId': personId })) > 0

/** Tickets whose number begins like this, newest first. */
export const byNumber = (beginning: string, limit: number): Promise<ListedTicket[]> =>
  list<Ticket>(TICKETS, {
    where: { number: startsWith(beginning) },
    orderBy: [['number', 'desc']],
    limit,
    omit: NOT_LISTED,
  })

/** The whole ticket of this number. */
export const numbered = async (number: string): Promise<Ticket | undefined> => {
  const [ticket] = await list<Ticket>(TICKETS, {
    where: { number },
    orderBy: [['number', 'desc']],
    limit: 1,
  })
  return ticket
}

/** Tickets of whoever has this number, newest first. */
export const byPhone = (phoneHash: string, limit: number): Promise<ListedTicket[]> =>
  list<Ticket>(TICKETS, {
    where: { 'reporter.phoneHash': phoneHash },
    orderBy: [['sortKey', 'desc']],
    limit,
    omit: NOT_LISTED,
  })

/** The newest tickets that this key leads to. */
export const mattersOf = (key: string, limit: number): Promise<ListedTicket[]> =>
  page(seenList([key], []), undefined, limit)

/** Tickets between two keys that share one of these (R-D5), newest first. */
export const sharing = (
  keys: readonly string[],
  { after, before }: { after: string; before: string },
  limit: number,
): Promise<ListedTicket[]> =>
  list<Ticket>(TICKETS, {
    where: { likeKeys: oneOf(keys), sortKey: between(after, before) },
    orderBy: [['sortKey', 'desc']],
    limit,
    omit: NOT_LISTED,
  })

/** Those of a unit with a result, the one handed in last first. */
export const withResultsOf = (unitId: string, limit: number): Promise<ListedTicket[]> =>
  list<Ticket>(TICKETS, {
    where: { leadUnitId: unitId, resultKey: gt('') },
    orderBy: [['resultKey', 'desc']],
    limit,
    omit: NOT_LISTED,
  })

/** Tickets that time must touch by now, longest due first. */
export const due = (now: Date, limit: number): Promise<Ticket[]> =>
  list<Ticket>(TICKETS, { where: { wakeAt: lte(now) }, orderBy: [['wakeAt', 'asc']], limit })

/** Tickets whose last event lies after one key and before another, in the order of these keys (R-T8). */
export const movedBetween = (after: string, before: string, limit: number): Promise<ListedTicket[]> =>
  list<Ticket>(TICKETS, {
    where: { headKey: between(after, before) },
    orderBy: [['headKey', 'asc']],
    limit,
    omit: NOT_LISTED,
  })

/** The same with their events, without what is not yet told: a lesson is read from them (R-D3). */
export const historiesBetween = (after: string, before: string, limit: number): Promise<Ticket[]> =>
  list<Ticket>(TICKETS, {
    where: { headKey: between(after, before) },
    orderBy: [['headKey', 'asc']],
    limit,
    omit: ['outbox'],
  })

/** Those of these tickets, likewise. */
export const historiesOf = (ids: readonly string[]): Promise<Ticket[]> =>
  list<Ticket>(TICKETS, {
    where: { _id: oneOf(ids) },
    orderBy: [['_id', 'asc']],
    limit: ids.length,
    omit: ['outbox'],
  })

/** What was said in these tickets, and whether it may be used beyond them (R-P5). */
export const saidIn = (
  ids: readonly string[],
): Promise<Pick<Ticket, '_id' | 'words' | 'confidential' | 'kind' | 'proposal'>[]> =>
  list(TICKETS, {
    where: { _id: oneOf(ids) },
    orderBy: [['_id', 'asc']],
    limit: ids.length,
    only: ['words', 'confidential', 'kind', 'proposal.kind'],
  })

/** These tickets, newest first. */
export const withIds = (ids: readonly string[]): Promise<ListedTicket[]> =>
  list<Ticket>(TICKETS, {
    where: { _id: oneOf(ids) },
    orderBy: [['sortKey', 'desc']],
    limit: ids.length,
    omit: NOT_LISTED,
  })
