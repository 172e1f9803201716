import type { Lesson } from '@core/routing/learning'
import { lt, oneOf, type Where } from '../platform/conditions'
import { get, insert, list, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

/** What each ticket taught (R-D3). */
const LESSONS = 'lessons'

export const load = (id: string): Promise<Lesson | undefined> => get<Lesson>(LESSONS, id)

/** Those of these tickets. */
export const ofTickets = (ids: readonly string[]): Promise<Lesson[]> =>
  list<Lesson>(LESSONS, { where: { _id: oneOf(ids) }, orderBy: [['_id', 'asc']], limit: ids.length })

/** False: another run wrote it first. */
export const add = (lesson: Lesson): Promise<boolean> => insert(LESSONS, lesson)

/** False: somebody else wrote in between. */
export const commit = (prev: Lesson, next: Lesson): Promise<boolean> =>
  updateOne(LESSONS, prev._id, { version: prev.version }, patchOf(prev, next))

const newestFirst = (where: Where, limit: number): Promise<Lesson[]> =>
  list<Lesson>(LESSONS, { where, orderBy: [['sortKey', 'desc']], limit })

/** Below the key of every lesson yet to come. */
const END = '9'

/** The newest lessons. */
export const newest = (limit: number, before: string = END): Promise<Lesson[]> =>
  newestFirst({ sortKey: lt(before) }, limit)

/** Those in which somebody chose another category than proposed, the newest first. */
export const corrected = (limit: number, before: string = END): Promise<Lesson[]> =>
  newestFirst({ corrected: true, sortKey: lt(before) }, limit)
