import type { SimilarTicket } from '@core/contracts/ticket/similar'
import { AppError } from '@core/errors'
import type { Knowledge } from '@core/knowledge/types'
import { may } from '@core/people/permissions'
import type { Proposal } from '@core/routing'
import type { Alike } from '@core/routing/duplicates'
import { canRead, relationTo } from '@core/ticket/access'
import { isSureEnough } from '@core/ticket/decisions/auto-dispatch'
import { mayBeCompared } from '@core/ticket/alike'
import type { Ticket } from '@core/ticket/types'
import { DAY } from '@core/ticket/workdays'
import { currentKnowledge } from '../knowledge'
import type { Handler } from '../runtime/context'
import { alikeTo, havingAlike, type Looking } from './alike.service'
import { presentAmong } from './assigned.service'
import { readTicket } from './read.service'
import { cardOf, type Reading } from './ticket.mapper'
import * as repository from './ticket.repository'

/** R-D5: further back it is another occurrence; what was done before is looked for through a year. */
const OPEN_DAYS = 30
const PAST_DAYS = 365

/** Open tickets that may be about the same matter, best first (R-D5). One request; none where there is no place. */
const duplicatesOf = (ticket: Looking, now: Date): Promise<Alike<repository.ListedTicket>[]> =>
  alikeTo(ticket, ['open'], { after: now.getTime() - OPEN_DAYS * DAY })

/** R-D4: asked only where the proposal would else go out without an operator; a sensitive one never does. */
export async function isPossiblyDuplicate(
  submission: Pick<Ticket, 'words' | 'place' | 'confidential'>,
  proposal: Proposal,
  now: Date,
  knowledge: Knowledge,
): Promise<boolean> {
  if (submission.confidential || !isSureEnough(proposal, knowledge)) return false
  return (await duplicatesOf({ ...submission, proposal }, now)).length > 0
}

/**
 * R-D5: the ids of those that may be about the same matter as an open ticket this reader knows of, or as each other.
 * One request for all of them.
 */
export const possiblyDuplicateAmong = (
  tickets: readonly repository.ListedTicket[],
  { actor, knowledge, now }: Reading,
): Promise<ReadonlySet<string>> =>
  havingAlike(
    tickets.filter(mayBeCompared),
    now.getTime() - OPEN_DAYS * DAY,
    (other) => mayBeCompared(other) && canRead(other, actor, knowledge),
  )

/** Beside a ticket: what may be the same, and what was done about the like before. At most four requests. */
export const similar: Handler<'ticket.similar'> = async (ctx, { ticketId }) => {
  const knowledge = await currentKnowledge()
  const ticket = await readTicket(ctx, ticketId, knowledge)
  const relation = relationTo(ticket, ctx.actor, knowledge)
  if (!may('ticket.similar', ctx.actor.role, relation)) throw new AppError('FORBIDDEN')
  if (!mayBeCompared(ticket)) return { open: [], past: [] }
  const [open, past] = await Promise.all([
    duplicatesOf(ticket, ctx.now),
    alikeTo(ticket, ['closed'], { after: ctx.now.getTime() - PAST_DAYS * DAY }),
  ])
  const present = await presentAmong([...open, ...past].map(({ matter }) => matter))
  const reading = { actor: ctx.actor, knowledge, now: ctx.now, present }
  return { open: shown(open, reading), past: shown(past, reading) }
}

function shown(found: readonly Alike<repository.ListedTicket>[], reading: Reading): SimilarTicket[] {
  return found
    .filter(({ matter }) => mayBeCompared(matter) && canRead(matter, reading.actor, reading.knowledge))
    .map(({ matter, why }) => {
      const done = matter.results[matter.results.length - 1]?.done
      return { card: cardOf(matter, reading), why, ...(done === undefined ? {} : { done }) }
    })
}
