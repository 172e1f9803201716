import { enteredPersonId } from '@core/ticket/claim'
import { checkIntake, checkSubmission } from '@core/ticket/create'
import type { Reporter } from '@core/ticket/types'
import { verifyPhotos } from '../files'
import { currentKnowledge } from '../knowledge'
import type { Context, Handler, Input } from '../runtime/context'
import { enterTicket } from './enter.service'
import { receiptFor } from './new.service'

/**
 * R-T5. Five requests: person · ticket (is this a retry?) · number claim · number read · ticket. No limit counts it: a
 * centre enters hundreds a day.
 */
export const intake: Handler<'ticket.intake'> = async (ctx, input) => {
  const { channel, caller, superior, ...matter } = input
  const submission = { ...matter, photos: verifyPhotos(ctx, input.photos) }
  const knowledge = await currentKnowledge()
  checkSubmission(submission, knowledge)
  checkIntake(channel, superior, ctx.actor, knowledge)
  const stored = await enterTicket(ctx, {
    id: ctx.request.key,
    channel,
    submission,
    reporter: caller && callerOf(ctx, caller),
    superior: superior && { number: superior.number, deadline: new Date(superior.deadline) },
  })
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
