import type { Knowledge } from '../knowledge/types'
import { unratedBy, verdictOf } from './joined'
import { limitsOf } from './limits'
import { owesReply } from './superior'
import type { Ticket } from './types'
import { alertOf, urgentAssignment } from './urgent'
import { DAY, dayOf, hourOf, MINUTE } from './workdays'

/** An edge taken by time. */
export interface Turn {
  at: Date
  what: 'clock.answerTimeout' | 'clock.urgentDispatch' | 'clock.unreachable'
}

export function turnOf(ticket: Ticket, knowledge: Knowledge): Turn | undefined {
  if (ticket.status === 'awaitingReporter' && ticket.question) {
    return { at: ticket.question.until, what: 'clock.answerTimeout' }
  }
  if (waitsForFirstLook(ticket) && urgentAssignment(ticket, ticket.clock.submittedAt, knowledge)) {
    return { at: urgentAt(ticket, knowledge), what: 'clock.urgentDispatch' }
  }
  const at = unreachableAt(ticket, knowledge)
  return at && { at, what: 'clock.unreachable' }
}

/** R-D7: urgent, and no operator has acted since it came in. */
export const waitsForFirstLook = ({ urgent, status, clock }: Ticket): boolean =>
  urgent && status === 'submitted' && clock.stepFrom.getTime() === clock.submittedAt.getTime()

export const urgentAt = (ticket: Ticket, knowledge: Knowledge): Date =>
  new Date(alertOf(ticket).getTime() + limitsOf(knowledge).urgentMinutes * MINUTE)

/** E21: when the reporter counts as unreachable; undefined until there were enough attempts. */
export function unreachableAt(ticket: Ticket, knowledge: Knowledge): Date | undefined {
  const { status, clock } = ticket
  if (status !== 'awaitingRating' || !clock.answeredAt) return undefined
  // A matter from above stays open until the reply went up, unless somebody was dissatisfied.
  if (owesReply(ticket) && verdictOf(ticket) !== 'E18') return undefined
  // R-T9: of several reporters each has to have been tried, who has not rated.
  if (!unratedBy(ticket).every((id) => wasTried(ticket, id, knowledge))) return undefined
  return new Date(clock.answeredAt.getTime() + limitsOf(knowledge).unreachableDays * DAY)
}

function wasTried(
  { callbacks, round, reporter }: Ticket,
  personId: string | undefined,
  knowledge: Knowledge,
): boolean {
  const limits = limitsOf(knowledge)
  const attempts = callbacks.filter(
    (attempt) =>
      attempt.round === round &&
      attempt.outcome === 'noAnswer' &&
      (attempt.personId ?? reporter?.personId) === personId,
  )
  const days = new Set(attempts.map(({ at }) => dayOf(at)))
  const evening = attempts.some(({ at }) => hourOf(at) >= limits.unreachableEvening)
  return days.size >= limits.unreachableAttempts && evening
}
