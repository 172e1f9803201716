import type { ProposedTicket } from '@core/contracts/ticket/proposals'
import type { Knowledge } from '@core/knowledge/types'
import { may } from '@core/people/permissions'
import { relationTo } from '@core/ticket/access'
import { todoKeys } from '@core/ticket/audience'
import { aloneReason, BATCH } from '@core/ticket/batch'
import { proposedAssignment, proposedDeadline } from '@core/ticket/proposed'
import type { Ticket } from '@core/ticket/types'
import { currentKnowledge } from '../knowledge'
import type { Handler } from '../runtime/context'
import { exceptFor } from './list.service'
import { possiblyDuplicateAmong } from './similar.service'
import { cardOf, type Reading } from './ticket.mapper'
import * as repository from './ticket.repository'

/** What an operator may send out at once. Four requests, however many tickets: person, page, likenesses, count. */
export const proposals: Handler<'ticket.proposals'> = async (ctx, { cursor }) => {
  const { actor, now } = ctx
  const knowledge = await currentKnowledge()
  const list = repository.waitingList(todoKeys(actor), exceptFor(actor, knowledge), 'submitted')
  const [found, total] = await Promise.all([
    repository.page(list, cursor, BATCH + 1),
    repository.countOf(list),
  ])
  const last = found[BATCH - 1]
  const page = found
    .slice(0, BATCH)
    .filter((ticket) => may('ticket.dispatch', actor.role, relationTo(ticket, actor, knowledge)))
  // Nothing that waits for the first look is assigned to anybody.
  const reading = { actor, knowledge, now, present: new Set<string>() }
  const duplicates = await possiblyDuplicateAmong(page, reading)
  return {
    items: page.map((ticket) => proposedTicket(ticket, duplicates.has(ticket._id), reading)),
    ...(found.length > BATCH && last ? { next: last[list.by] } : {}),
    total,
  }
}

function proposedTicket(
  listed: repository.ListedTicket,
  possiblyDuplicate: boolean,
  reading: Reading,
): ProposedTicket {
  const { actor, knowledge, now } = reading
  const ticket = { ...listed, events: [], outbox: [] }
  const alone = aloneReason(ticket, possiblyDuplicate, actor, reading)
  return {
    card: cardOf(listed, reading),
    seen: listed.head.seq,
    ...proposedOf(ticket, now, knowledge),
    ...(alone === undefined ? {} : { alone }),
  }
}

function proposedOf(ticket: Ticket, now: Date, knowledge: Knowledge): Pick<ProposedTicket, 'proposed'> {
  const assignment = proposedAssignment(ticket)
  if (!assignment || !ticket.proposal) return {}
  const { categoryId, leadUnitId } = ticket.proposal
  return {
    proposed: {
      ...assignment,
      coUnitIds: [...assignment.coUnitIds],
      deadline: proposedDeadline(ticket, assignment, now, knowledge).getTime(),
      confidence: Math.min(categoryId.confidence, leadUnitId.confidence),
    },
  }
}
