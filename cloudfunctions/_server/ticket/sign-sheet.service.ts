import { AppError } from '@core/errors'
import { may } from '@core/people/permissions'
import { relationTo } from '@core/ticket/access'
import { record } from '../audit'
import { currentKnowledge } from '../knowledge'
import type { Handler } from '../runtime/context'
import { readTicket } from './read.service'
import { viewOf } from './view.service'

/** R-H7, R-X6: what a leader signs on paper, noted in the audit before it is shown. */
export const signSheet: Handler<'ticket.signSheet'> = async (ctx, { ticketId }) => {
  const knowledge = await currentKnowledge()
  const ticket = await readTicket(ctx, ticketId, knowledge)
  if (!may('ticket.signSheet', ctx.actor.role, relationTo(ticket, ctx.actor, knowledge))) {
    throw new AppError('FORBIDDEN')
  }
  const view = await viewOf(ctx, ticket)
  if (!view.toSign) throw new AppError('WRONG_STATE')
  await record(ctx, 'ticket.signSheet', { ticketId, sheet: view.toSign.sheet })
  return { ticket: view }
}
