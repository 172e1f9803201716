import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import type { TicketCard } from './views'

export interface SimilarTicket {
  card: TicketCard
  /** In words: why it may be the same. */
  why: string[]
  /** What was done, of a past one. */
  done?: string
}

/** R-D5: beside a ticket, the open ones it may be the same as, and past ones with what was done. */
export const similar = contract<{ open: SimilarTicket[]; past: SimilarTicket[] }>()(
  'ticket.similar',
  v.strictObject({ ticketId: id() }),
)
