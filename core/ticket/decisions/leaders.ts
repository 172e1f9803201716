import { lineage } from '../../knowledge/units'
import type { Knowledge } from '../../knowledge/types'
import type { Ticket } from '../types'

/**
 * The leaders in charge (分管) of the lead unit, proposed or actual, or of the nearest unit above it; the first of the
 * list where nobody is named. Never an accused person or the reporter (R-P5, R-P7).
 */
export function leadersInCharge(ticket: Ticket, knowledge: Knowledge): string[] {
  const free = [...knowledge.leaders]
    .sort((a, b) => a.order - b.order)
    .filter(({ personId }) => isFree(ticket, personId))
  for (const unitId of lineage(knowledge, ticket.leadUnitId ?? ticket.proposal?.leadUnitId.value)) {
    const inCharge = free.filter(({ unitIds }) => unitIds.includes(unitId))
    if (inCharge.length > 0) return inCharge.map(({ personId }) => personId)
  }
  return free.slice(0, 1).map(({ personId }) => personId)
}

export const isFree = (ticket: Pick<Ticket, 'accused' | 'reporter'>, personId: string): boolean =>
  !ticket.accused.personIds.includes(personId) && ticket.reporter?.personId !== personId
