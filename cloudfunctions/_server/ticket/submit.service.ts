import { propose } from '@core/routing'
import { enteredPersonId } from '@core/ticket/claim'
import { checkAgent, checkOnBehalf, checkSubmission, createTicket } from '@core/ticket/create'
import type { Reporter } from '@core/ticket/types'
import { dayOf } from '@core/ticket/workdays'
import { checkWords } from '../content'
import { verifyPhotos } from '../files'
import { currentKnowledge } from '../knowledge'
import { numberFor } from '../numbers'
import { recordSubmission } from '../people'
import { currentLearned } from '../routing'
import type { Context, Handler, Input } from '../runtime/context'
import { addNew, receiptFor } from './new.service'
import { isPossiblyDuplicate } from './similar.service'
import * as repository from './ticket.repository'

/**
 * R-T1. Five requests: person · person (limits, and the day that keeps the number) · number claim · number read ·
 * ticket; one more where it would go out without an operator (R-D5). The ticket's id is the request's key, so a retry finds it whatever happened to the first answer.
 */
export const submit: Handler<'ticket.submit'> = async (ctx, input) => {
  const knowledge = await currentKnowledge()
  const { key, inputHash, action } = ctx.request
  // All that can be refused is refused before anything is written.
  const submission = { ...input, photos: verifyPhotos(ctx, input.photos) }
  checkSubmission(submission, knowledge)
  checkOnBehalf(submission, ctx.actor)
  const reporter = input.onBehalfOf ? namedPerson(ctx, input.onBehalfOf, input) : reporterOf(ctx, input)
  checkAgent(submission, reporter, ctx.actor, knowledge)
  const isRetry = ctx.person.submissions.some((submitted) => submitted.key === key)
  const before = isRetry ? await repository.load(key) : undefined
  if (before) return receiptFor(ctx, before)

  const { phoneHash } = reporter
  const day = await recordSubmission(
    ctx,
    dayOf(ctx.now),
    input.onBehalfOf ? { named: phoneHash } : { contact: input.contact?.phone && phoneHash },
  )
  const proposal = propose(
    { ...submission, accusedUnitIds: submission.accusedUnitIds ?? [] },
    knowledge,
    await currentLearned(ctx),
  )
  const ticket = createTicket(
    {
      id: key,
      number: await numberFor(key, day, knowledge),
      channel: input.onBehalfOf ? 'agent' : 'miniprogram',
      submission,
      reporter,
      proposal,
      possiblyDuplicate: await isPossiblyDuplicate(submission, proposal, ctx.now, knowledge),
      command: { id: action, input: submission, key, inputHash },
    },
    ctx.actor,
    { now: ctx.now, knowledge, digest: ctx.sha256, salt: ctx.random },
  )
  const stored = await addNew(ctx, ticket)
  await checkWords(ctx, stored)
  return receiptFor(ctx, stored)
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

/** Whom an agent files for; they may later claim it by that number (R-T11). */
function namedPerson(
  { vault, request }: Context,
  { name, phone }: NonNullable<Input<'ticket.submit'>['onBehalfOf']>,
  { enterprise }: Input<'ticket.submit'>,
): Reporter {
  const phoneHash = vault.phoneHash(phone)
  return {
    personId: enteredPersonId(phoneHash, request.key),
    name: vault.seal(name),
    phone: vault.seal(phone),
    phoneHash,
    ...(enterprise ? { enterprise } : {}),
  }
}
