import type { Knowledge } from '../knowledge/types'
import type { Actor } from '../people/types'
import type { Role } from '../people/words'
import { centreKey, listKeys, SUPERVISION, unitKey } from './audience'
import { isWarned } from './clock'
import { draftOf, orderInForce } from './orders'
import type { Ticket } from './types'
import type { QueueView } from './words'

/**
 * The lists in which a ticket stands besides those of status and time: what is due soon, what came back to somebody,
 * and supervision orders. One indexed field carries them all, as `<list>:<audience key>`.
 */
type List = Extract<QueueView, 'soon' | 'returned' | 'orders'>

const inList = (list: List, key: string): string => `${list}:${key}`

/** R-P5, R-P6: no list shows it to anybody whose other lists do not: an accused unit, one that has it no more. */
export function listsOf(ticket: Ticket, knowledge: Knowledge): string[] {
  const of = (list: List, keys: string[]): string[] =>
    keys.filter((key) => ticket.audience.includes(key)).map((key) => inList(list, key))
  return [
    ...of('soon', soonFor(ticket, knowledge)),
    ...of('returned', returnedTo(ticket, knowledge)),
    ...of('orders', ordersFor(ticket)),
  ].sort()
}

/** R-L4: from the warning on, for everybody of the staff who may see it. Once it is late the list's query leaves it out. */
const soonFor = (ticket: Ticket, knowledge: Knowledge): string[] =>
  isWarned(ticket, knowledge) ? ticket.audience.filter((key) => !key.startsWith('person:')) : []

/** Sent back to the unit (E15); back at the centre from a unit (E13) or a leader (E10). */
function returnedTo(ticket: Ticket, knowledge: Knowledge): string[] {
  const { status, round, results, leadUnitId, events } = ticket
  const last = results[results.length - 1]
  if (status === 'handling' && leadUnitId && last?.state === 'sentBack' && last.round === round) {
    return [unitKey(leadUnitId)]
  }
  const edge = status === 'submitted' && [...events].reverse().find((event) => event.edge)?.edge
  return edge === 'E13' || edge === 'E10' ? [centreKey(ticket, knowledge)] : []
}

/** Supervision has every order to see through; the unit those it has to answer. */
function ordersFor(ticket: Ticket): string[] {
  const inForce = orderInForce(ticket)
  if (!inForce && !draftOf(ticket)) return []
  return [SUPERVISION, ...(inForce?.state === 'issued' ? [unitKey(inForce.unitId)] : [])]
}

/** What this person's lists ask for in `lists`. */
export const keysOfList = (list: List, actor: Actor): string[] =>
  listKeys(actor).map((key) => inList(list, key))

/** The lists of a role's to-do home, in their order. */
export const VIEWS: Partial<Record<Role, readonly QueueView[]>> = {
  operator: ['todo', 'soon', 'late', 'returned', 'all'],
  handler: ['todo', 'soon', 'late', 'returned', 'all'],
  unitHead: ['todo', 'soon', 'late', 'returned', 'orders', 'all'],
  leader: ['todo', 'soon', 'late', 'all'],
  supervisor: ['todo', 'orders', 'late', 'all'],
}
