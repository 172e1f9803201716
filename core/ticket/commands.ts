import type { Knowledge } from '../knowledge/types'
import { may } from '../people/permissions'
import type { Actor } from '../people/types'
import { DECISIONS } from './decisions'
import { contextOf, type Context, type Decision } from './decisions/decision'
import { statusesOf, targetsOf } from './edges'
import { closingProblem } from './superior'
import type { Ticket } from './types'
import type { Status } from './words'

/** Ids of the actions this reader can take now: the buttons come from here, and `decide` asks the same. */
export function availableCommands(
  ticket: Ticket,
  actor: Actor,
  env: { now: Date; knowledge: Knowledge },
): string[] {
  const context = contextOf(ticket, actor, env)
  return DECISIONS.filter((decision) => isOffered(decision, context)).map(({ id }) => id)
}

const isOffered = (decision: Decision, c: Context): boolean =>
  may(decision.id, c.actor.role, c.relation) &&
  isInTime(decision, c.ticket.status) &&
  blockedBy(decision, c) === undefined

/** Why not now, in words: what the decision itself says, and for what can only close a ticket what keeps it open. */
export const blockedBy = (decision: Decision, c: Context): string | undefined =>
  decision.blocked?.(c) ?? (onlyCloses(decision, c.ticket.status) ? closingProblem(c.ticket) : undefined)

const onlyCloses = (decision: Decision, status: Status): boolean => {
  const targets = targetsOf(decision.id, status)
  return targets.length > 0 && !decision.also?.includes(status) && targets.every((to) => to === 'closed')
}

/** Whether the life cycle has room for the action in this status. */
export const isInTime = (decision: Decision, status: Status): boolean =>
  statusesOf(decision.id).includes(status) || (decision.also?.includes(status) ?? false)
