import { propose } from '@core/routing'
import { enteredPersonId } from '@core/ticket/claim'
import { checkIntake, checkSubmission, createTicket } from '@core/ticket/create'
import type { Reporter } from '@core/ticket/types'
import { dayOf } from '@core/ticket/workdays'
import { checkWords } from '../content'
import { verifyPhotos } from '../files'
import { currentKnowledge } from '../knowledge'
import { numberFor } from '../numbers'
import type { Context, Handler, Input } from '../runtime/context'
import { addNew, receiptFor } from './new.service'
import * as repository from './ticket.repository'

/**
 * R-T5. Five requests: person · ticket (is this a retry?) · number claim · number read · ticket. No limit counts it: a
 * centre enters hundreds a day. A retry after midnight whose first try died between number and ticket leaves a gap.
 */
export const intake: Handler<'ticket.intake'> = async (ctx, input) => {
  const knowledge = await currentKnowledge()
  const { key, inputHash, action } = ctx.request
  const { channel, caller, superior, ...matter } = input
  const submission = { ...matter, photos: verifyPhotos(ctx, input.photos) }
  checkSubmission(submission, knowledge)
  checkIntake(channel, superior, ctx.actor, knowledge)
  const before = await repository.load(key)
  if (before) return receiptFor(ctx, before)

  const ticket = createTicket(
    {
      id: key,
      number: await numberFor(key, dayOf(ctx.now), knowledge),
      channel,
      submission,
      reporter: caller && callerOf(ctx, caller),
      proposal: propose({ ...submission, accusedUnitIds: submission.accusedUnitIds ?? [] }, knowledge),
      superior: superior && { number: superior.number, deadline: new Date(superior.deadline) },
      command: { id: action, input: submission, key, inputHash },
    },
    ctx.actor,
    { now: ctx.now, knowledge, digest: ctx.sha256, salt: ctx.random },
  )
  const stored = await addNew(ctx, ticket)
  await checkWords(ctx, stored)
  return receiptFor(ctx, stored)
}

/** R-X3: kept sealed, found by the keyed hash of the number. */
function callerOf(
  { vault, request }: Context,
  { name, phone }: NonNullable<Input<'ticket.intake'>['caller']>,
): Reporter {
  const phoneHash = phone === undefined ? undefined : vault.phoneHash(phone)
  return {
    personId: enteredPersonId(phoneHash, request.key),
    ...(name === undefined ? {} : { name: vault.seal(name) }),
    ...(phone === undefined ? {} : { phone: vault.seal(phone), phoneHash }),
  }
}
