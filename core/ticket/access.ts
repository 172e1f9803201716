import { isAccusedUnit, lineage } from '../knowledge/units'
import type { Knowledge } from '../knowledge/types'
import { readable, type TicketField } from '../people/permissions-fields'
import { may } from '../people/permissions'
import type { Relation } from '../people/relations'
import type { Actor } from '../people/types'
import { centreIsAccused, centreUnitOf } from './centre'
import { raterOf } from './joined'
import type { SupervisionOrder, Ticket, TicketRating, TicketResult } from './types'
import { dayOf, momentOf } from './workdays'
import type { Kind } from './words'

export type { Relation, TicketField }

/** What access looks at: lists may project the rest away. */
export type Accessed = Pick<
  Ticket,
  | 'reporter'
  | 'filedBy'
  | 'centreUnitId'
  | 'confidential'
  | 'kind'
  | 'proposal'
  | 'accused'
  | 'audience'
  | 'leadUnitId'
  | 'passedTo'
  | 'coUnits'
  | 'sentTo'
  | 'others'
>

/** The kind as decided, else as the reporter or the proposal has it. */
export const kindOf = (ticket: Pick<Ticket, 'kind' | 'proposal'>): Kind | undefined =>
  ticket.kind ?? ticket.proposal?.kind.value

/** R-P5: confidential tickets and tip-offs. A guessed tip-off counts until somebody has decided otherwise. */
export const isSensitive = (ticket: Pick<Ticket, 'confidential' | 'kind' | 'proposal'>): boolean =>
  ticket.confidential || kindOf(ticket) === 'report'

/** R-P5: an accused person, or somebody whose post or home unit is accused or below an accused unit. */
export function isAccused(ticket: Pick<Ticket, 'accused'>, actor: Actor, knowledge: Knowledge): boolean {
  const { unitIds, personIds } = ticket.accused
  return (
    personIds.includes(actor.id) ||
    isAccusedUnit(knowledge, actor.unitId, unitIds) ||
    isAccusedUnit(knowledge, actor.homeUnitId, unitIds)
  )
}

/**
 * R-P7: the reporter is first of all the reporter, whatever their post, and so never acts as staff on it.
 * R-P5: being accused comes before every other relation.
 */
export function relationTo(ticket: Accessed, actor: Actor, knowledge: Knowledge): Relation {
  if (ticket.reporter?.personId === actor.id) return 'reporter'
  if (isAccused(ticket, actor, knowledge)) return 'accused'
  if (ticket.filedBy === actor.id) return ticket.confidential ? 'none' : 'filer'
  // R-P7: staff whose own ticket joined this one are its reporters too.
  if (ticket.others?.includes(actor.id)) return 'follower'
  return staffRelation(ticket, actor, knowledge) ?? (isFollower(ticket, actor) ? 'follower' : 'none')
}

function staffRelation(ticket: Accessed, actor: Actor, knowledge: Knowledge): Relation | undefined {
  switch (actor.role) {
    case 'operator':
      return operatorRelation(ticket, actor, knowledge)
    case 'supervisor':
      return centreIsAccused(ticket, knowledge) ? 'centre' : 'supervision'
    case 'leader':
      return ticket.sentTo?.includes(actor.id) ? 'instructingLeader' : undefined
    case 'handler':
    case 'unitHead':
      return unitRelation(ticket, actor, knowledge)
    default:
      return undefined
  }
}

/** Section 1: an operator works for the ticket's own centre; the county's see what the townships' centres have. */
function operatorRelation(ticket: Accessed, actor: Actor, knowledge: Knowledge): Relation | undefined {
  if (centreIsAccused(ticket, knowledge)) return undefined
  if (actor.unitId === centreUnitOf(ticket, knowledge)) return 'centre'
  return actor.unitId === knowledge.county.centreUnitId ? 'countyCentre' : undefined
}

function unitRelation(ticket: Accessed, actor: Actor, knowledge: Knowledge): Relation | undefined {
  if (!actor.unitId) return undefined
  const coUnitIds = ticket.coUnits.map(({ unitId }) => unitId)
  // R-P2: passed down, it is done by the unit below as by the lead itself; `answersAbove` says what is not.
  if ([ticket.leadUnitId, ticket.passedTo].includes(actor.unitId)) return 'leadUnit'
  if (coUnitIds.includes(actor.unitId)) return 'coUnit'
  if (actor.role !== 'unitHead') return undefined
  // R-P2: the head above answers for the lead unit and signs for it; above a co-unit they only read.
  if (lineage(knowledge, ticket.leadUnitId).includes(actor.unitId)) return 'aboveLead'
  return coUnitIds.some((id) => lineage(knowledge, id).includes(actor.unitId!)) ? 'coUnit' : undefined
}

/** R-T9: those whose ticket was merged into it, or who said "me too". */
const isFollower = (ticket: Accessed, actor: Actor): boolean => ticket.audience.includes(`person:${actor.id}`)

/** False: the service answers NOT_FOUND (R-P6). */
export function canRead(ticket: Accessed, actor: Actor, knowledge: Knowledge): boolean {
  return may('ticket.get', actor.role, relationTo(ticket, actor, knowledge))
}

/** What this reader may see of this ticket: from the field × reader table (R-P4, R-P5). */
export function visibleFields(
  ticket: Accessed,
  actor: Actor,
  knowledge: Knowledge,
): ReadonlySet<TicketField> {
  return canRead(ticket, actor, knowledge)
    ? readable(relationTo(ticket, actor, knowledge), isSensitive(ticket))
    : new Set()
}

/** E16: reporters and followers see a reply once it is approved; everybody else sees every result. */
export function visibleResults(ticket: Ticket, actor: Actor, knowledge: Knowledge): TicketResult[] {
  const relation = relationTo(ticket, actor, knowledge)
  if (!canRead(ticket, actor, knowledge)) return []
  const outside = relation === 'reporter' || relation === 'filer' || relation === 'follower'
  return outside ? ticket.results.filter(({ state }) => state === 'approved') : ticket.results
}

/** R-L4: what the clock drafted is supervision's own until it is issued. */
export function visibleOrders(
  ticket: Accessed & Pick<Ticket, 'orders'>,
  actor: Actor,
  knowledge: Knowledge,
): SupervisionOrder[] {
  if (!visibleFields(ticket, actor, knowledge).has('orders')) return []
  const orders = ticket.orders ?? []
  if (actor.role === 'supervisor') return orders
  return orders.filter(({ state }) => state !== 'draft' && state !== 'dropped')
}

/** R-C3: a unit does not see who pressed what before the round is over. */
export function visibleRatings(ticket: Ticket, actor: Actor, knowledge: Knowledge): TicketRating[] {
  if (!visibleFields(ticket, actor, knowledge).has('ratings')) return []
  const relation = relationTo(ticket, actor, knowledge)
  // R-T9: of several reporters each reads only what they said themselves.
  if (relation === 'reporter' || relation === 'follower') {
    return ticket.ratings.filter((rating) => raterOf(rating, ticket) === actor.id)
  }
  if (!isUnitReader(relation)) return ticket.ratings
  return ticket.ratings.filter(({ round }) => isRoundOver(ticket, round))
}

export const isRoundOver = (ticket: Pick<Ticket, 'round' | 'status'>, round: number): boolean =>
  round < ticket.round || ticket.status === 'closed'

export const isUnitReader = (relation: Relation): boolean =>
  relation === 'leadUnit' || relation === 'coUnit' || relation === 'aboveLead'

/** R-P5: the moment of submission, or the start of its day where the moment could give a reporter away. */
export function shownCreatedAt(ticket: Pick<Ticket, 'confidential' | 'kind' | 'proposal' | 'clock'>): Date {
  const at = ticket.clock.submittedAt
  return isSensitive(ticket) ? momentOf(dayOf(at), 0) : at
}
