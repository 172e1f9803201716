import { AppError } from '../errors'
import { ENTERED, hasWechat } from '../people/entered'
import type { Actor } from '../people/types'
import { kindOf } from './access'
import { personKey } from './audience'
import type { Command, DecideEnv } from './env'
import { settle } from './settle'
import type { Ticket } from './types'

/** R-T11: somebody who has no WeChat that the county knows of. */
export const isEntered = (reporter: Ticket['reporter']): boolean =>
  reporter !== undefined && !hasWechat(reporter.personId)

/** The person of a caller: by the keyed hash of their number, or where they left none by the ticket itself. */
export const enteredPersonId = (phoneHash: string | undefined, ticketId: string): string =>
  ENTERED + (phoneHash ?? ticketId)

/**
 * R-T11: whoever has verified the caller's number takes the caller's place; never on a tip-off.
 * @throws AppError NOT_FOUND for everything that is not theirs to claim, as for what is not there (R-P6)
 */
export function claimTicket(
  ticket: Ticket | undefined,
  phoneHash: string,
  command: Pick<Command, 'id' | 'key' | 'inputHash'>,
  actor: Actor,
  env: DecideEnv,
): Ticket {
  const reporter = ticket?.reporter
  if (!ticket || !reporter || !isEntered(reporter)) throw new AppError('NOT_FOUND')
  if (reporter.phoneHash !== phoneHash || kindOf(ticket) === 'report') throw new AppError('NOT_FOUND')
  // Their key of before goes, or it would stay as a follower's (`audienceOf`).
  const audience = ticket.audience.filter((key) => key !== personKey(reporter.personId))
  const set = { reporter: { ...reporter, personId: actor.id }, audience }
  return settle(ticket, { set }, command, actor, env)
}
