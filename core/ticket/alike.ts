import { likeKeys, type Matter } from '../routing/duplicates'
import { isSensitive } from './access'
import { isTerminal } from './edges'
import type { Ticket } from './types'

/** R-D5: a ticket among those it may be the same as. */

type Looked = Pick<
  Ticket,
  'words' | 'summary' | 'place' | 'categoryId' | 'proposal' | 'confidential' | 'kind' | 'status' | 'accused'
>

/** Open tickets, and those that ended with an answer: `closed.` finds what was done before. */
export type Among = 'open' | 'closed'

export const matterOf = (ticket: Pick<Ticket, 'words' | 'place' | 'categoryId' | 'proposal'>): Matter => ({
  words: ticket.words,
  place: ticket.place,
  categoryId: ticket.categoryId ?? ticket.proposal?.categoryId.value,
})

/** R-P5: what is confidential, a tip-off or about somebody is never offered beside others. */
export const mayBeCompared = (
  ticket: Pick<Ticket, 'confidential' | 'kind' | 'proposal' | 'accused'>,
): boolean =>
  !isSensitive(ticket) && ticket.accused.unitIds.length === 0 && ticket.accused.personIds.length === 0

/** The keys under which others meet this ticket as it is now. */
export function ticketLikeKeys(ticket: Looked): string[] {
  const among = ticket.status === 'closed' ? 'closed' : isTerminal(ticket.status) ? undefined : 'open'
  return among && mayBeCompared(ticket) ? keysAmong(ticket, among) : []
}

/** The keys to look for, among open tickets or past ones. */
export const keysAmong = (
  ticket: Pick<Ticket, 'words' | 'place' | 'categoryId' | 'proposal'>,
  among: Among,
): string[] => likeKeys(matterOf(ticket)).map((key) => `${among}.${key}`)
