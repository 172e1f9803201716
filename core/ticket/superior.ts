import type { Knowledge } from '../knowledge/types'
import { deadlineOf } from './deadlines'
import type { Assignment } from './decisions/dispatching'
import type { Ticket } from './types'

/** A matter from above closes only with the reply sent upward; each round has a result, and a reply, of its own. */
export function owesReply({ superior, round }: Pick<Ticket, 'superior' | 'round'>): boolean {
  return superior !== undefined && superior.replied?.round !== round
}

/** Why a matter from above may not be closed yet, in words. */
export const closingProblem = (ticket: Pick<Ticket, 'superior' | 'round'>): string | undefined =>
  owesReply(ticket) ? '上级交办件要先回复上级，再办结。请先记录“已回复上级”' : undefined

/**
 * Of a matter from above the earlier deadline wins: theirs, unless the county's own is earlier. Where theirs has passed
 * before anybody was given the matter, the county's own holds.
 */
export function withinSuperior<A extends Assignment>(
  { superior, clock }: Pick<Ticket, 'superior' | 'clock'>,
  assignment: A,
  now: Date,
  knowledge: Knowledge,
): A {
  if (!superior || superior.deadline <= now) return assignment
  const { handlingClass, categoryId, deadline } = assignment
  const { submittedAt, pausedMs } = clock
  const explicit = deadline === undefined ? undefined : new Date(deadline)
  const own = deadlineOf({ handlingClass, categoryId, at: now, submittedAt, pausedMs, explicit }, knowledge)
  if (own <= superior.deadline) return assignment
  return { ...assignment, handlingClass: 'fixed', deadline: superior.deadline.getTime() }
}
