import type { Knowledge } from '../knowledge/types'
import { may } from '../people/permissions'
import type { Actor } from '../people/types'
import { DECISIONS } from './decisions'
import { contextOf, type Context, type Decision } from './decisions/decision'
import { statusesOf } from './edges'
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
  decision.blocked?.(c) === undefined

/** Whether the life cycle has room for the action in this status. */
export const isInTime = (decision: Decision, status: Status): boolean =>
  statusesOf(decision.id).includes(status) || (decision.also?.includes(status) ?? false)
