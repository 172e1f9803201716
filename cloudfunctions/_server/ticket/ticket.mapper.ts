import type { TicketCard } from '@core/contracts/ticket/views'
import { placeName, unitName } from '@core/knowledge'
import type { Knowledge } from '@core/knowledge/types'
import type { Actor } from '@core/people/types'
import { maskNumbers } from '@core/privacy'
import { relationTo, shownCreatedAt, visibleFields, visibleOrders } from '@core/ticket/access'
import { personKey, todoKeys } from '@core/ticket/audience'
import { centreName, townshipOf } from '@core/ticket/centre'
import { dueOf } from '@core/ticket/due'
import { isTerminal } from '@core/ticket/edges'
import { holderOf } from '@core/ticket/timeline'
import type { Place, Ticket } from '@core/ticket/types'
import { reportsOf } from '@core/ticket/whistle'
import type { OrderState } from '@core/ticket/words'
import type { ListedTicket } from './ticket.repository'

/** Who reads, with what a mapper has to know besides the ticket. */
export interface Reading {
  actor: Actor
  knowledge: Knowledge
  now: Date
  /** Ids of those among the assigned who still work in the unit (R-P3). */
  present: ReadonlySet<string>
}

/** A line of a list as this reader may see it: a field they have no right to is absent (R-P4, R-P5). */
export function cardOf(listed: ListedTicket, { actor, knowledge, now, present }: Reading): TicketCard {
  // What access, dues and holders look at is all in a listed ticket; its events are not.
  const ticket: Ticket = { ...listed, events: [], outbox: [] }
  const fields = visibleFields(ticket, actor, knowledge)
  const due = dueOf(ticket, knowledge, now, actor)
  const place = placeOf(ticket.place, knowledge)
  const order = visibleOrders(ticket, actor, knowledge).find(({ state }) => OPEN_ORDER.includes(state))
  const township = townshipOf(ticket, knowledge)
  return {
    id: ticket._id,
    number: ticket.number,
    title: maskNumbers(ticket.title),
    ...(ticket.kind === undefined ? {} : { kind: ticket.kind }),
    status: ticket.status,
    round: ticket.round,
    urgent: ticket.urgent,
    major: fields.has('major') && ticket.major !== undefined,
    confidential: ticket.confidential,
    ...(fields.has('place') && place !== undefined ? { place } : {}),
    holder: holderOf(ticket, actor, knowledge),
    ...(ticket.leadUnitId === undefined ? {} : { leadUnit: unitName(knowledge, ticket.leadUnitId) }),
    ...(fields.has('assignee') ? assigneeOf(ticket, present) : {}),
    ...(fields.has('missed') ? missedOf(ticket, knowledge, now) : {}),
    ...(fields.has('centre') && township !== undefined
      ? { centre: { id: township, name: centreName(knowledge, township) } }
      : {}),
    ...(due ? { due: { at: due.at.getTime(), state: due.state } } : {}),
    createdAt: shownCreatedAt(ticket).getTime(),
    waitsForMe: waitsFor(ticket, actor, knowledge),
    ...(order ? { order: { grade: order.grade, state: order.state } } : {}),
  }
}

/** A draft comes after the order in force, which is the more urgent to know of. */
const OPEN_ORDER: readonly OrderState[] = ['issued', 'answered', 'draft']

function assigneeOf({ assigned }: Ticket, present: ReadonlySet<string>): Pick<TicketCard, 'assignee'> {
  if (!assigned) return {}
  const { name, personId } = assigned
  return { assignee: present.has(personId) ? { name } : { name, left: true } }
}

/** R-D8: who of those called is not there in time; no more once the matter is over. */
function missedOf(ticket: Ticket, knowledge: Knowledge, now: Date): Pick<TicketCard, 'missed'> {
  const missed = isTerminal(ticket.status) ? [] : reportsOf(ticket, now).filter(({ late }) => late)
  if (missed.length === 0) return {}
  return {
    missed: missed.map(({ unitId, at }) => ({
      unit: unitName(knowledge, unitId),
      ...(at ? { at: at.getTime() } : {}),
    })),
  }
}

/** Township and village in words. */
export function placeOf(place: Place | undefined, knowledge: Knowledge): string | undefined {
  return place && placeName(knowledge, place)
}

/** R-P7: on a ticket of their own, staff are waited for as its reporter only. */
function waitsFor(ticket: Ticket, actor: Actor, knowledge: Knowledge): boolean {
  const isOwn = relationTo(ticket, actor, knowledge) === 'reporter'
  const keys = isOwn ? [personKey(actor.id)] : todoKeys(actor)
  return keys.some((key) => ticket.waitsFor.includes(key))
}
