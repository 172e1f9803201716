import { dueOf } from '@core/ticket/due'
import { currentKnowledge } from '../knowledge'
import type { CallContext } from '../runtime/context'
import * as repository from './ticket.repository'

/** R-A3: whether one of these matters is overdue or being done again: then it may be brought to a reception once more. */
export async function ticketsReopened({ now }: CallContext, ids: readonly string[]): Promise<boolean> {
  const knowledge = await currentKnowledge()
  const tickets = await Promise.all(ids.map((id) => repository.load(id)))
  return tickets.some(
    (ticket) => ticket && (ticket.round > 1 || dueOf(ticket, knowledge, now)?.state === 'late'),
  )
}
