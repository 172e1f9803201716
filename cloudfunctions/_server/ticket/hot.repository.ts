import type { HotMatter } from '@core/ticket/hot-matter'
import type { Standing } from '@core/ticket/waiting'
import { lt, lte, oneOf } from '../platform/conditions'
import { get, insert, list, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

/** Matters of several people (R-D6). */
const HOT = 'hotMatters'
const JOBS = 'jobs'
const JOB = 'hotMatters'
/** Matters that hold one of a few tickets: hardly ever more than one of each centre. */
const MOST_KNOWN = 50
/** What a list does without. */
const TICKETS = ['tickets', 'ticketIds', 'joins']
/** Above the key of every matter. */
const END = '9999999999999~'

/** A matter as lists read it. */
export type ListedMatter = Omit<HotMatter, 'tickets' | 'ticketIds' | 'joins'>

/**
 * How far gathering has come: every ticket whose `headKey` is not above `upTo` has been looked at, and every "me too"
 * whose `changeKey` is not above `joinsUpTo`.
 */
export interface HotJob extends Standing {
  _id: typeof JOB
  version: number
  joinsUpTo?: string
}

export const START: HotJob = { _id: JOB, version: 0, upTo: '' }

export const load = (id: string): Promise<HotMatter | undefined> => get<HotMatter>(HOT, id)

/** False: this ticket's move has opened it before. */
export const add = (matter: HotMatter): Promise<boolean> => insert(HOT, matter)

/** False: another run of the clock came first. */
export const commit = (prev: HotMatter, next: HotMatter): Promise<boolean> =>
  updateOne(HOT, prev._id, { version: prev.version }, patchOf(prev, next))

/** The matters that hold one of these tickets. */
export const holding = (ticketIds: readonly string[]): Promise<HotMatter[]> =>
  list<HotMatter>(HOT, {
    where: { ticketIds: oneOf(ticketIds) },
    orderBy: [['_id', 'asc']],
    limit: MOST_KNOWN,
  })

/** The hottest of a centre. */
export const hottest = (centreId: string, below = END, limit: number): Promise<ListedMatter[]> =>
  list<HotMatter>(HOT, {
    where: { centreId, rankKey: lt(below) },
    orderBy: [['rankKey', 'desc']],
    limit,
    omit: TICKETS,
  })

/** Matters whose figures time must change by now, longest due first. */
export const due = (now: Date, limit: number): Promise<HotMatter[]> =>
  list<HotMatter>(HOT, { where: { wakeAt: lte(now) }, orderBy: [['wakeAt', 'asc']], limit })

export const loadJob = (): Promise<HotJob | undefined> => get<HotJob>(JOBS, JOB)

/** False: another run of the clock came first. */
export const commitJob = (prev: HotJob | undefined, next: HotJob): Promise<boolean> =>
  prev
    ? updateOne(JOBS, JOB, { version: prev.version }, patchOf(prev, next))
    : insert(JOBS, { ...next, version: 1 })
