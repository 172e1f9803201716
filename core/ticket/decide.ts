import { AppError, refuse } from '../errors'
import { may } from '../people/permissions'
import { SYSTEM, type ActingParty } from '../people/types'
import { canRead } from './access'
import { blockedBy, isInTime } from './commands'
import { decisionOf } from './decisions'
import { contextOf } from './decisions/decision'
import { wake } from './decisions/wake'
import type { Command, DecideEnv } from './env'
import { settle } from './settle'
import type { Ticket } from './types'

export type { Command, DecideEnv } from './env'

/**
 * Decides one command: answers the whole next ticket (events, outbox, keys, wake-up recomputed; `version` is the
 * commit's), or throws AppError and changes nothing: NOT_FOUND for what is not theirs (R-P6), FORBIDDEN, WRONG_STATE,
 * RULE_REFUSED with the reason, INVALID_INPUT naming the field. As SYSTEM only `clock.wake`.
 */
export function decide(ticket: Ticket, command: Command, actor: ActingParty, env: DecideEnv): Ticket {
  if (isSystem(actor)) {
    if (command.id !== 'clock.wake') throw new AppError('FORBIDDEN')
    return wake(ticket, command, env)
  }
  if (!canRead(ticket, actor, env.knowledge)) throw new AppError('NOT_FOUND')
  const decision = decisionOf(command.id)
  if (!decision) throw new AppError('UNKNOWN_ACTION')
  const context = contextOf(ticket, actor, env)
  if (!may(command.id, actor.role, context.relation)) throw new AppError('FORBIDDEN')
  if (!isInTime(decision, ticket.status)) throw new AppError('WRONG_STATE')
  const reason = blockedBy(decision, context)
  if (reason !== undefined) refuse(reason)
  const next = settle(ticket, decision.decide(context, command.input), command, actor, env)
  const more = decision.then?.(contextOf(next, actor, env), command.input)
  if (!more) return next
  const { key, inputHash } = command
  return settle(next, more.change, { id: more.id, key: `${key}.then`, inputHash }, actor, env)
}

const isSystem = (party: ActingParty): party is typeof SYSTEM => party.role === SYSTEM.role
