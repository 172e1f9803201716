import { likeKeys, type Matter } from '../routing/duplicates'
import { isSensitive } from './access'
import { isTerminal } from './edges'
import type { Ticket } from './types'

/** R-D5: a ticket among those it may be the same as. */

type Looked = Pick<
  Ticket,
  | 'words'
  | 'summary'
  | 'place'
  | 'categoryId'
  | 'proposal'
  | 'confidential'
  | 'kind'
  | 'status'
  | 'accused'
  | 'publicMatter'
>

/**
 * Open tickets; those that ended with an answer: `closed.` finds what was done before; and of the open ones those that
 * everybody nearby may be shown (R-T3), which nothing else that is new can hide from view.
 */
export type Among = 'open' | 'closed' | 'public'

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
  if (!among || !mayBeCompared(ticket)) return []
  const forAll = among === 'open' && ticket.publicMatter === true
  return [...keysAmong(ticket, among), ...(forAll ? keysAmong(ticket, 'public') : [])]
}

/** The keys to look for, among open tickets, past ones or public ones. */
export const keysAmong = (
  ticket: Pick<Ticket, 'words' | 'place' | 'categoryId' | 'proposal'>,
  among: Among,
): string[] => likeKeys(matterOf(ticket)).map((key) => `${among}.${key}`)
