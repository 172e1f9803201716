import type { Knowledge } from '../knowledge/types'
import { deadlineOf } from './deadlines'
import type { Assignment } from './decisions/dispatching'
import type { Ticket } from './types'
import type { Kind } from './words'

/** R-D1: what dispatching a ticket as proposed would be; undefined where nothing is proposed. */
export function proposedAssignment({
  kind,
  proposal,
}: Pick<Ticket, 'kind' | 'proposal'>): (Assignment & { kind: Kind }) | undefined {
  if (!proposal) return undefined
  return {
    kind: kind ?? proposal.kind.value,
    categoryId: proposal.categoryId.value,
    leadUnitId: proposal.leadUnitId.value,
    coUnitIds: proposal.coUnitIds,
    handlingClass: proposal.handlingClass.value,
  }
}

/** R-L1: when the unit would have to hand in its result if it were dispatched like this now. */
export function proposedDeadline(
  { clock: { submittedAt, pausedMs } }: Pick<Ticket, 'clock'>,
  { handlingClass, categoryId }: Pick<Assignment, 'handlingClass' | 'categoryId'>,
  now: Date,
  knowledge: Knowledge,
): Date {
  return deadlineOf({ handlingClass, categoryId, at: now, submittedAt, pausedMs }, knowledge)
}
