import { AppError } from '@core/errors'
import type { Knowledge } from '@core/knowledge/types'
import { canRead, relationTo } from '@core/ticket/access'
import { personKey } from '@core/ticket/audience'
import type { Ticket } from '@core/ticket/types'
import { currentKnowledge } from '../knowledge'
import type { Context, Handler } from '../runtime/context'
import * as repository from './ticket.repository'
import { viewOf } from './view.service'

/** One ticket as this reader may see it. */
export const get: Handler<'ticket.get'> = async (ctx, { ticketId }) => {
  const ticket = await readTicket(ctx, ticketId, await currentKnowledge())
  return { ticket: await viewOf(ctx, ticket) }
}

/**
 * The first act on every ticket: load it and ask whether this person may know of it.
 * @throws AppError NOT_FOUND, the same for what is absent and what is not theirs (R-P6)
 */
export async function readTicket(ctx: Context, id: string, knowledge: Knowledge): Promise<Ticket> {
  const ticket = await repository.load(id)
  if (!ticket) throw new AppError('NOT_FOUND')
  return asReadable(ctx, ticket, knowledge)
}

/** The ticket, if this person may know of it. @throws AppError NOT_FOUND */
export async function asReadable({ actor }: Context, ticket: Ticket, knowledge: Knowledge): Promise<Ticket> {
  const follows = relationTo(ticket, actor, knowledge) === 'follower'
  if (!follows && canRead(ticket, actor, knowledge)) return ticket
  // R-T9: who joined a ticket by a merge is known by the query on it; what the ticket remembers may be old.
  const asFollower = { ...ticket, audience: [...ticket.audience, personKey(actor.id)] }
  if (canRead(asFollower, actor, knowledge) && (await repository.isFollowedBy(ticket._id, actor.id)))
    return asFollower
  throw new AppError('NOT_FOUND')
}
