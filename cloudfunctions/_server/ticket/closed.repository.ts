import type { Ticket } from '@core/ticket/types'
import { gte } from '../platform/conditions'
import { count, list } from '../platform/database'

/** What public figures look at; the words, the address and the reporter stay in the database. */
const FIELDS = [
  'kind',
  'proposal.kind',
  'confidential',
  'accused',
  'categoryId',
  'place.townshipId',
  'place.villageId',
  'leadUnitId',
  'closedAt',
  'round',
  'ratings.round',
  'ratings.result',
]

export type ClosedTicket = Pick<
  Ticket,
  | '_id'
  | 'kind'
  | 'proposal'
  | 'confidential'
  | 'accused'
  | 'categoryId'
  | 'place'
  | 'leadUnitId'
  | 'closedAt'
  | 'round'
> & { ratings: Pick<Ticket['ratings'][number], 'round' | 'result'>[] }

/** Tickets closed since then, newest first, and how many there are. At most two requests. */
export async function closedSince(
  since: Date,
  most: number,
): Promise<{ total: number; tickets: ClosedTicket[] }> {
  const where = { status: 'closed', closedAt: gte(since) }
  const orderBy = [
    ['closedAt', 'desc'],
    ['sortKey', 'desc'],
  ] as const
  const tickets = await list<ClosedTicket>('tickets', { where, orderBy, limit: most, only: FIELDS })
  return { total: tickets.length < most ? tickets.length : await count('tickets', where), tickets }
}
