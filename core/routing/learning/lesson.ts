import { isSensitive } from '../../ticket/access'
import type { Ticket, TicketEvent } from '../../ticket/types'
import { addDays, dayOf, type Day } from '../../ticket/workdays'

/**
 * What one ticket taught (R-D3): how the matter was handled in the end, beside what had been proposed. The words stay
 * with the ticket; what is erased there is forgotten at the next training.
 */
export interface Lesson {
  /** The ticket's. */
  _id: string
  version: number
  /** `<13-digit ms of signing>-<_id>` */
  sortKey: string
  number: string
  /** The Monday of the week in which the unit signed. */
  week: Day
  categoryId: string
  leadUnitId: string
  townshipId?: string
  proposed: { categoryId: string; leadUnitId: string; confidence: number }
  /** The category was another one than proposed: somebody corrected it. */
  corrected: boolean
  /** Units that gave the ticket back as not theirs (E13). */
  returnedBy: string[]
  /** It went out without an operator (R-D4). */
  automatic: boolean
  /** A person said that this one is not to be learned from. */
  left?: boolean
}

/**
 * The lesson of a ticket, once a unit has signed for it: until then nobody has agreed to where it went. None of a
 * confidential ticket or a tip-off: nothing of it may show anywhere else (R-P5).
 */
export function lessonOf(ticket: Ticket): Omit<Lesson, 'version'> | undefined {
  const { _id, number, categoryId, leadUnitId, proposal, place } = ticket
  if (isSensitive(ticket) || !categoryId || !leadUnitId || !proposal) return undefined
  const sent = lastOf(ticket, ['E9', 'E11'])
  const signed = lastOf(ticket, ['E12'])
  if (!sent || !signed || signed.seq < sent.seq) return undefined
  const confidence = Math.min(proposal.categoryId.confidence, proposal.leadUnitId.confidence)
  return {
    _id,
    sortKey: `${String(signed.at.getTime()).padStart(13, '0')}-${_id}`,
    number,
    week: mondayOf(dayOf(signed.at)),
    categoryId,
    leadUnitId,
    ...(place ? { townshipId: place.townshipId } : {}),
    proposed: {
      categoryId: proposal.categoryId.value,
      leadUnitId: proposal.leadUnitId.value,
      confidence,
    },
    corrected: proposal.categoryId.value !== categoryId,
    returnedBy: returnersOf(ticket),
    automatic: sent.by.role === 'system',
  }
}

/** Whether a ticket that moved says something else than its lesson did. */
export const isSameLesson = (a: Omit<Lesson, 'version'>, b: Omit<Lesson, 'version'>): boolean =>
  a.categoryId === b.categoryId && a.leadUnitId === b.leadUnitId && a.sortKey === b.sortKey

function lastOf({ events }: Ticket, edges: readonly string[]): TicketEvent | undefined {
  return [...events].reverse().find(({ edge }) => edge !== undefined && edges.includes(edge))
}

function returnersOf({ events }: Ticket): string[] {
  const units = events.flatMap(({ edge, by, body }) =>
    edge === 'E13' ? [(body?.facts?.unitId as string | undefined) ?? by.unitId] : [],
  )
  return [...new Set(units.filter((unit): unit is string => unit !== undefined))]
}

/** Weeks begin on Monday, as people count them. */
export function mondayOf(day: Day): Day {
  const weekday = new Date(`${day}T00:00:00Z`).getUTCDay()
  return addDays(day, -((weekday + 6) % 7))
}
