import type { Ticket } from './types'
import { mayBeCompared } from './alike'
import { isTerminal } from './edges'

/** R-T3: a matter that others nearby are shown, as category, village and number of people, and may join ("me too"). */
export const isShownToAll = (
  ticket: Pick<Ticket, 'publicMatter' | 'status' | 'confidential' | 'kind' | 'proposal' | 'accused'>,
): boolean => ticket.publicMatter === true && !isTerminal(ticket.status) && mayBeCompared(ticket)

/**
 * Whether somebody may have joined it: it is or once was a public matter. Once it is sensitive or about somebody, nobody
 * hears of it any more (R-P5).
 */
export const mayHaveJoiners = (
  ticket: Pick<Ticket, 'events' | 'confidential' | 'kind' | 'proposal' | 'accused'>,
): boolean =>
  mayBeCompared(ticket) &&
  ticket.events.some(({ type, body }) => type === 'ticket.mark' && body?.facts?.mark === 'publicMatter')
