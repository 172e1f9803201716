import { joinedBy } from '@core/ticket/joined'
import type { Ticket } from '@core/ticket/types'
import * as repository from './ticket.repository'

/** What a decision on a main ticket asks of who joined it (R-T9): who has to rate, and whether it can end at all. */
const NEED_OTHERS: readonly string[] = [
  'ticket.answer',
  'ticket.approve',
  'ticket.closeWithoutReporter',
  'ticket.merge',
  'ticket.rate',
  'ticket.recordCallback',
  'ticket.replyUpward',
  'ticket.withdraw',
]

export const needsOthers = (action: string): boolean => NEED_OTHERS.includes(action)

/** The ticket as it is with those who joined it by now, and their tickets. One request. */
export async function withOthers(
  ticket: Ticket,
): Promise<{ ticket: Ticket; joined: repository.ListedTicket[] }> {
  const joined = await repository.followersOf(ticket._id)
  const people = joined.flatMap(({ reporter }) => (reporter ? [reporter.personId] : []))
  return { ticket: joinedBy(ticket, people), joined }
}
