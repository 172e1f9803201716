import { AppError } from '@core/errors'
import { receiptOf } from '@core/ticket/create'
import type { Ticket } from '@core/ticket/types'
import { currentKnowledge } from '../knowledge'
import type { Context } from '../runtime/context'
import { tellAtOnce } from './commit.service'
import * as repository from './ticket.repository'

/** Stores a new ticket and tells people; where this request stored it before, that one counts. */
export async function addNew(ctx: Context, ticket: Ticket): Promise<Ticket> {
  // A notice waits from the very first moment: should this call die here, the clock comes for it.
  const waking = ticket.outbox.length > 0 ? { ...ticket, wakeAt: ctx.now } : ticket
  let failure: unknown
  const isNew = await repository.add(waking).catch((error: unknown) => {
    failure = error
    return false
  })
  if (isNew) return tellAtOnce(ctx, waking, await currentKnowledge())
  const stored = await repository.load(ticket._id)
  if (!stored) throw failure ?? new Error(`ticket ${ticket._id} was refused and is not there`)
  return stored
}

/** What the submitter reads; a retry reads what is true today. @throws AppError REQUEST_REUSED for another input */
export async function receiptFor({ request }: Context, ticket: Ticket) {
  if (ticket.events[0]?.inputHash !== request.inputHash) throw new AppError('REQUEST_REUSED')
  return { ticketId: ticket._id, number: ticket.number, ...receiptOf(ticket, await currentKnowledge()) }
}
