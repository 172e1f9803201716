import type { JoinView } from '@core/contracts/ticket/joins'
import { placeName, unitName } from '@core/knowledge'
import type { Knowledge } from '@core/knowledge/types'
import { mayBeCompared } from '@core/ticket/alike'
import { dueOf } from '@core/ticket/due'
import { mayRateToo, type Join } from '@core/ticket/me-too'
import { sortOf } from '@core/ticket/title'
import type { Status } from '@core/ticket/words'
import type { ListedTicket } from './ticket.repository'

/** A unit has it; before and after, the centre has. */
const AT_A_UNIT: readonly Status[] = ['dispatched', 'handling']

/**
 * A matter for somebody who said "me too" of it: never its words, nor who reported it. Undefined once it is sensitive or
 * about somebody (R-P5).
 *
 * @param said what they joined of it: the main ticket, or some that were merged into it
 */
export function joinView(
  said: readonly Join[],
  listed: ListedTicket,
  knowledge: Knowledge,
  now: Date,
): JoinView | undefined {
  const first = said[0]
  if (!first || !mayBeCompared(listed)) return undefined
  const ticket = { ...listed, events: [], outbox: [] }
  const { status, round, results, place, leadUnitId } = ticket
  const join = said.find(({ ticketId }) => ticketId === ticket._id) ?? first
  const holds = AT_A_UNIT.includes(status) && leadUnitId !== undefined
  const due = status === 'handling' ? dueOf(ticket, knowledge, now) : undefined
  const result = results.filter((one) => one.round === round && one.state === 'approved').pop()
  const rated = join.ratings?.find((rating) => rating.round === round)
  return {
    id: join.ticketId,
    number: ticket.number,
    category: sortOf(ticket, knowledge),
    place: place ? placeName(knowledge, place) : knowledge.county.name,
    status,
    ...(holds ? { holder: unitName(knowledge, leadUnitId) } : {}),
    ...(due ? { due: { at: due.at.getTime(), state: due.state } } : {}),
    ...(result ? { outcome: result.outcome } : {}),
    since: Math.min(...said.map(({ sortKey }) => Number(sortKey.slice(0, 13)))),
    toRate: mayRateToo(ticket, join),
    ...(rated ? { rated: rated.result } : {}),
  }
}
