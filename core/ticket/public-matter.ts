import type { Ticket } from './types'
import { isSensitive } from './access'
import { mayBeCompared } from './alike'
import { isTerminal } from './edges'

/** R-T3: a matter that others nearby are shown, as category, village and number of people, and may join ("me too"). */
export const isShownToAll = (
  ticket: Pick<Ticket, 'publicMatter' | 'status' | 'confidential' | 'kind' | 'proposal' | 'accused'>,
): boolean => ticket.publicMatter === true && !isTerminal(ticket.status) && mayBeCompared(ticket)

/** Whether somebody may have joined it: it is or once was a public matter. Of a sensitive one nobody hears any more (R-P5). */
export const mayHaveJoiners = (
  ticket: Pick<Ticket, 'events' | 'confidential' | 'kind' | 'proposal'>,
): boolean =>
  !isSensitive(ticket) &&
  ticket.events.some(({ type, body }) => type === 'ticket.mark' && body?.facts?.mark === 'publicMatter')

/** Somebody's "me too": `joins/<ticketId>.<personId>`, never an array on the ticket. */
export interface Join {
  _id: string
  version: number
  ticketId: string
  personId: string
  /** `<13-digit ms>-<personId>` of the first time. */
  sortKey: string
  /** They took it back. */
  left?: true
}
