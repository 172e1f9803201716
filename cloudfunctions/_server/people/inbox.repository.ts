import type { Notice } from '@core/notices'
import type { Person } from '@core/people/types'
import { gt, lt, lte, noneOf, type Where } from '../platform/conditions'
import { count, get, insert, list, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

const INBOX = 'inbox'

/** False: it is there already. */
export const add = (notice: Notice): Promise<boolean> => insert(INBOX, notice)

/** A page of a person's notices, newest first; `limit` of them at most. */
export const page = (personId: string, before: string | undefined, limit: number): Promise<Notice[]> =>
  list<Notice>(INBOX, {
    where: { personId, ...(before === undefined ? {} : { sortKey: lt(before) }) },
    orderBy: [['sortKey', 'desc']],
    limit,
  })

export function countUnread({ _id: personId, inboxReadTo }: Person): Promise<number> {
  const where: Where = { personId }
  if (inboxReadTo !== undefined) where.sortKey = gt(inboxReadTo)
  return count(INBOX, where)
}

/** Notices whose message has to be looked at by now, longest due first. */
export const due = (now: Date, limit: number): Promise<Notice[]> =>
  list<Notice>(INBOX, { where: { wakeAt: lte(now) }, orderBy: [['wakeAt', 'asc']], limit })

export const load = (id: string): Promise<Notice | undefined> => get<Notice>(INBOX, id)

/** What waits for a person in one list (R-N2, R-N3), without what accuses them or their home (R-P5). */
export interface DeskList {
  desk: string
  exceptPersonId: string
  exceptUnitIds: readonly string[]
}

const deskWhere = ({ desk, exceptPersonId, exceptUnitIds }: DeskList): Where => ({
  desk,
  'accused.personIds': noneOf([exceptPersonId]),
  ...(exceptUnitIds.length > 0 ? { 'accused.unitIds': noneOf(exceptUnitIds) } : {}),
})

/** A page of such a list, newest first. */
export const deskPage = (of: DeskList, before: string | undefined, limit: number): Promise<Notice[]> =>
  list<Notice>(INBOX, {
    where: { ...deskWhere(of), ...(before === undefined ? {} : { sortKey: lt(before) }) },
    orderBy: [['sortKey', 'desc']],
    limit,
  })

export const deskCount = (of: DeskList): Promise<number> => count(INBOX, deskWhere(of))

/** The one commit of a notice, on the version that was read. False: somebody else has taken it. */
export const commit = (prev: Notice, next: Notice): Promise<boolean> =>
  updateOne(INBOX, prev._id, { version: prev.version }, patchOf(prev, next))
