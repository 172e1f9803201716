import type { Knowledge } from '../knowledge/types'
import type { Actor } from '../people/types'
import { outsideProblem } from './centre'
import { blockedBy } from './commands'
import { decisionOf } from './decisions'
import { readingReason } from './decisions/auto-dispatch'
import { contextOf } from './decisions/decision'
import { proposedAssignment } from './proposed'
import type { Ticket } from './types'
import { isInDoubt } from './urgent'

/** An operator sends several tickets out at once as proposed. Each is dispatched by itself, or needs to be read by itself. */

/** Most tickets of one batch: what one page of the list holds. */
export const BATCH = 20

/**
 * Why this ticket cannot go out among others, in words; undefined: it can be marked. Whatever needs a person's eyes
 * (R-D4), and besides what is or may be urgent (R-D7), was dispatched or answered before, or was recognised by nothing (R-D1).
 */
export function aloneReason(
  ticket: Ticket,
  possiblyDuplicate: boolean,
  actor: Actor,
  env: { now: Date; knowledge: Knowledge },
): string | undefined {
  if (ticket.urgent) return '紧急事项，请马上处理'
  if (isInDoubt(ticket)) return '拿不准是不是紧急，请先看一眼'
  const dispatch = decisionOf('ticket.dispatch')
  const blocked = dispatch && blockedBy(dispatch, contextOf(ticket, actor, env))
  if (blocked) return blocked
  if (ticket.round > 1 || ticket.categoryId !== undefined) return '以前办过或派过，请先看经过'
  if (ticket.proposal?.categoryId.confidence === 0) return '没有认出是哪一类，请先归类'
  const reason = readingReason(ticket, possiblyDuplicate, env.now, env.knowledge)
  if (reason) return reason
  const assignment = proposedAssignment(ticket)
  return assignment && outsideProblem(ticket, [assignment.leadUnitId, ...assignment.coUnitIds], env.knowledge)
}
