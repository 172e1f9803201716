import { propose } from '@core/routing'
import { createTicket, type CreateTicketArgs } from '@core/ticket/create'
import type { Ticket } from '@core/ticket/types'
import { dayOf } from '@core/ticket/workdays'
import { checkWords } from '../content'
import { currentKnowledge } from '../knowledge'
import { numberFor } from '../numbers'
import { currentLearned } from '../routing'
import type { Context } from '../runtime/context'
import { addNew } from './new.service'
import * as repository from './ticket.repository'

type Entered = Pick<CreateTicketArgs, 'id' | 'channel' | 'submission' | 'reporter' | 'superior'>

/**
 * A ticket that somebody of staff writes down for a person: on the phone, at the window, after a reception. The id is
 * given, so that a retry finds what is there. A retry after midnight whose first try died between number and ticket
 * leaves a gap in the numbers.
 */
export async function enterTicket(ctx: Context, entered: Entered): Promise<Ticket> {
  const { id, submission } = entered
  const before = await repository.load(id)
  if (before) return before
  const knowledge = await currentKnowledge()
  const ticket = createTicket(
    {
      ...entered,
      number: await numberFor(id, dayOf(ctx.now), knowledge),
      proposal: propose(
        { ...submission, accusedUnitIds: submission.accusedUnitIds ?? [] },
        knowledge,
        await currentLearned(ctx),
      ),
      command: { id: 'ticket.intake', input: submission, key: id, inputHash: ctx.request.inputHash },
    },
    ctx.actor,
    { now: ctx.now, knowledge, digest: ctx.sha256, salt: ctx.random },
  )
  const stored = await addNew(ctx, ticket)
  await checkWords(ctx, stored)
  return stored
}
