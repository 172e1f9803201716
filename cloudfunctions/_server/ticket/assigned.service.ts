import type { Ticket } from '@core/ticket/types'
import { stillIn } from '../people'

/**
 * R-P3: of those these tickets are assigned to, the ids of whoever still works in that unit; everybody else counts as
 * nobody. One request, none where nothing is assigned.
 */
export async function presentAmong(
  tickets: readonly Pick<Ticket, 'assigned'>[],
): Promise<ReadonlySet<string>> {
  const assigned = tickets.flatMap((ticket) => ticket.assigned ?? [])
  return assigned.length === 0 ? new Set() : stillIn(assigned)
}
