import { AppError } from '@core/errors'
import { propose } from '@core/routing'
import { checkSubmission, createTicket, receiptOf } from '@core/ticket/create'
import type { Reporter, Ticket } from '@core/ticket/types'
import { dayOf } from '@core/ticket/workdays'
import { checkWords } from '../content'
import { verifyPhotos } from '../files'
import { currentKnowledge } from '../knowledge'
import { numberFor } from '../numbers'
import { recordSubmission } from '../people'
import type { Context, Handler, Input } from '../runtime/context'
import { tellAtOnce } from './commit.service'
import * as repository from './ticket.repository'

/**
 * R-T1. Five requests: person · person (limits, and the day that keeps the number) · number claim · number read ·
 * ticket. The ticket's id is the request's key, so a retry finds it whatever happened to the first answer.
 */
export const submit: Handler<'ticket.submit'> = async (ctx, input) => {
  const knowledge = await currentKnowledge()
  const { key, inputHash, action } = ctx.request
  // All that can be refused is refused before anything is written.
  const submission = { ...input, photos: verifyPhotos(ctx, input.photos) }
  checkSubmission(submission, knowledge)
  const isRetry = ctx.person.submissions.some((submitted) => submitted.key === key)
  const before = isRetry ? await repository.load(key) : undefined
  if (before) return receiptFor(ctx, before)

  const day = await recordSubmission(ctx, dayOf(ctx.now))
  const proposal = propose({ ...submission, accusedUnitIds: submission.accusedUnitIds ?? [] }, knowledge)
  const ticket = createTicket(
    {
      id: key,
      number: await numberFor(key, day, knowledge),
      channel: 'miniprogram',
      submission,
      reporter: reporterOf(ctx, input),
      proposal,
      command: { id: action, input: submission, key, inputHash },
    },
    ctx.actor,
    { now: ctx.now, knowledge, digest: ctx.sha256, salt: ctx.random },
  )
  const stored = await add(ctx, ticket)
  await checkWords(ctx, stored)
  return receiptFor(ctx, stored)
}

/** Stores the ticket and tells people; where this request stored it before, that one counts. */
async function add(ctx: Context, ticket: Ticket): Promise<Ticket> {
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
async function receiptFor({ request }: Context, ticket: Ticket) {
  if (ticket.events[0]?.inputHash !== request.inputHash) throw new AppError('REQUEST_REUSED')
  return { ticketId: ticket._id, number: ticket.number, ...receiptOf(ticket, await currentKnowledge()) }
}

/** R-X3: name and phone are kept sealed. A verified phone stands in where none is given: somebody has to call back. */
function reporterOf(
  { actor, person, vault }: Context,
  { contact, enterprise }: Input<'ticket.submit'>,
): Reporter {
  const phone = contact?.phone ?? vault.open(person.phone)
  return {
    personId: actor.id,
    ...(contact?.name === undefined ? {} : { name: vault.seal(contact.name) }),
    ...(phone === undefined ? {} : { phone: vault.seal(phone), phoneHash: vault.phoneHash(phone) }),
    ...(enterprise ? { enterprise } : {}),
  }
}
