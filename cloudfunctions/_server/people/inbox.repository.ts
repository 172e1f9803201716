import type { Person } from '@core/people/types'
import { gt, lt, lte, type Where } from '../platform/conditions'
import { count, insert, list, updateOne } from '../platform/database'
import { patchOf } from '../platform/patch'

/** A notice to one person: `inbox/<what>.<seq>.<person>.<template>`. Its id is what keeps it from being sent twice. */
export interface Notice {
  _id: string
  version: number
  /** `<13-digit ms of delivery>-<hash of _id>` */
  sortKey: string
  personId: string
  at: Date
  template: string
  title: string
  words: string
  ticketId?: string
  bookingId?: string
  /** The subscribe message that goes with it (R-N1); absent where none is configured. */
  push?: Push
  wakeAt?: Date
  failures?: number
  stuckAt?: Date
}

/**
 * R-N2: `pending` → `sending` (claimed by one sender) → `sent`, `refused`, or `unknown` when nobody can say whether it
 * went out; that is shown, and only a person sends it again.
 */
export interface Push {
  state: 'pending' | 'sending' | 'sent' | 'refused' | 'unknown'
  tries: number
  why?: string
}

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

/** The one commit of a notice, on the version that was read. False: somebody else has taken it. */
export const commit = (prev: Notice, next: Notice): Promise<boolean> =>
  updateOne(INBOX, prev._id, { version: prev.version }, patchOf(prev, next))
