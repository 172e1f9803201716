import type { Knowledge } from '../knowledge/types'
import { deadlineOf } from './deadlines'
import type { Assignment } from './decisions/dispatching'
import type { Ticket } from './types'

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
