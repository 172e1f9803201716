import type { Knowledge } from '@core/knowledge/types'
import { propose, type Learned, type Proposal } from '@core/routing'
import { createPart } from '@core/ticket/split'
import type { Ticket } from '@core/ticket/types'
import { currentKnowledge } from '../knowledge'
import type { CallContext } from '../runtime/context'
import * as repository from './ticket.repository'

/** R-T10, R-D1: what the system proposes for each part, by its own words. */
export function proposalsFor(
  { kind, place, accused, confidential }: Ticket,
  parts: readonly { words: string }[],
  knowledge: Knowledge,
  learned: Learned,
): Proposal[] {
  const accusedUnitIds = accused.unitIds
  return parts.map(({ words }) =>
    propose(
      {
        words,
        confidential,
        accusedUnitIds,
        ...(kind === undefined ? {} : { kind }),
        ...(place ? { place } : {}),
      },
      knowledge,
      learned,
    ),
  )
}

/**
 * Makes the other parts of a ticket that was split, those that are not there yet: their ids follow from the ticket's,
 * so a retry, the clock and a second call at the same moment make each of them once. Answers the ticket without what
 * it had to remember for that; storing it is the caller's.
 */
export async function withParts(ctx: CallContext, ticket: Ticket): Promise<Ticket> {
  const { splitting, ...done } = ticket
  if (!splitting) return ticket
  const knowledge = await currentKnowledge()
  const env = { now: ctx.now, knowledge, digest: ctx.sha256, salt: ctx.random }
  for (const [index, part] of splitting.entries()) {
    const n = index + 2
    const id = ctx.sha256(`part\n${ticket._id}\n${n}`).slice(0, 32)
    await repository.add(createPart(ticket, part, n, id, env))
  }
  return done
}
