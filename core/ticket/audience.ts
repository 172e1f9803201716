import { isAccusedUnit, lineage, unitOf } from '../knowledge/units'
import type { Knowledge } from '../knowledge/types'
import type { Actor } from '../people/types'
import { centreIsAccused, centreUnitOf } from './centre'
import { isTerminal } from './edges'
import { ratersOf, unratedBy } from './joined'
import { pendingExtension } from './extension'
import type { Ticket } from './types'
import { pendingWhistle } from './whistle'

/**
 * The keys by which a ticket finds its readers: `centre:<unit>`, `unit:<id>`, `above:<unit>` (heads of the units above
 * the lead and the co-units), `leader:<person>`, `person:<person>`, `supervision`. Lists query them; notices name one.
 * Keys know units and people but no home units, so every reader is also asked `canRead` (R-P5).
 */
export const SUPERVISION = 'supervision'
export const unitKey = (unitId: string) => `unit:${unitId}`
export const personKey = (personId: string) => `person:${personId}`
/** R-T9: the reporters of the tickets that joined this one, where it has no reporter of its own to tell. */
export const FOLLOWERS = 'followers'
/** R-T3: those who said "me too" of a public matter: known by the query on their joins. */
export const JOINERS = 'joiners'
/** R-H6: who is on duty at a unit when the notice is delivered. */
export const dutyKey = (unitId: string) => `duty:${unitId}`
export const leaderKey = (personId: string) => `leader:${personId}`
const aboveKey = (unitId: string) => `above:${unitId}`

const keyOfCentre = (unitId: string) => `centre:${unitId}`

/** The key of the ticket's own centre, or the supervision bureau's where the county's centre is accused (R-P5). */
export const centreKey = (ticket: Pick<Ticket, 'centreUnitId' | 'accused'>, knowledge: Knowledge): string =>
  centreIsAccused(ticket, knowledge) ? SUPERVISION : keyOfCentre(centreUnitOf(ticket, knowledge))

/** The county's centre, which sees what the townships' centres have as well. */
export const countyCentreKey = (knowledge: Knowledge): string => keyOfCentre(knowledge.county.centreUnitId)

/** R-P5: whether a key leads to an accused person, an accused unit or a unit below one. */
export function isBarred(
  key: string,
  ticket: Pick<Ticket, 'accused' | 'reporter'>,
  knowledge: Knowledge,
): boolean {
  const { unitIds, personIds } = ticket.accused
  if (key === SUPERVISION) return isAccusedUnit(knowledge, knowledge.county.supervisionUnitId, unitIds)
  const [kind = '', id = ''] = key.split(/:(.*)/s)
  if (kind === 'person' || kind === 'leader') {
    return personIds.includes(id) && ticket.reporter?.personId !== id
  }
  return isAccusedUnit(knowledge, id, unitIds)
}

const allowed = (keys: string[], ticket: Ticket, knowledge: Knowledge): string[] =>
  [...new Set(keys)].filter((key) => !isBarred(key, ticket, knowledge)).sort()

/** Everybody whose lists show it. `followers` are the person keys that joined by a merge or "me too" (R-T9). */
export function audienceOf(ticket: Ticket, knowledge: Knowledge): string[] {
  const units = [ticket.leadUnitId, ticket.passedTo, ...ticket.coUnits.map(({ unitId }) => unitId)]
  const above = units
    .flatMap((unitId) => lineage(knowledge, unitId).slice(1))
    .filter((unitId) => unitOf(knowledge, unitId)?.level !== 'county')
  const followers = ticket.audience.filter((key) => key.startsWith('person:'))
  const people = [ticket.reporter?.personId, ticket.confidential ? undefined : ticket.filedBy]
  const own = followers.filter((key) => key !== personKey(ticket.filedBy ?? ''))
  return allowed(
    [
      centreKey(ticket, knowledge),
      countyCentreKey(knowledge),
      SUPERVISION,
      ...present(units).map(unitKey),
      ...above.map(aboveKey),
      ...(ticket.sentTo ?? []).map(leaderKey),
      ...present(people).map(personKey),
      ...(ticket.others ?? []).map(personKey),
      ...own,
    ],
    ticket,
    knowledge,
  )
}

/** Who must act next. Empty exactly when the status is terminal. */
export function waitsForOf(ticket: Ticket, knowledge: Knowledge): string[] {
  if (isTerminal(ticket.status)) return []
  const centre = centreKey(ticket, knowledge)
  const keys = allowed(waitingKeys(ticket, centre), ticket, knowledge)
  return keys.length > 0 ? keys : [centre]
}

function waitingKeys(ticket: Ticket, centre: string): string[] {
  const reporter = ticket.reporter ? [personKey(ticket.reporter.personId)] : []
  const lead = present([ticket.leadUnitId, ticket.passedTo]).map(unitKey)
  switch (ticket.status) {
    case 'awaitingReporter':
      return reporter
    case 'awaitingInstruction':
      return ticket.major ? [leaderKey(ticket.major.leaderId)] : []
    case 'dispatched':
      return isPressed(ticket) || pendingWhistle(ticket) ? [...lead, centre] : lead
    case 'handling': {
      const open = ticket.coUnits.filter(({ doneAt }) => !doneAt)
      const coUnits = open.map(({ unitId }) => unitKey(unitId))
      const asked = pendingExtension(ticket)
      const decider = asked && (asked.leaderId === undefined ? centre : leaderKey(asked.leaderId))
      const looks = isPressed(ticket) || pendingWhistle(ticket)
      return present([...lead, ...coUnits, decider, looks ? centre : undefined])
    }
    case 'inReview':
      return ticket.major && !isWithoutReporter(ticket) ? [leaderKey(ticket.major.leaderId)] : [centre]
    case 'awaitingRating':
      return [...unratedBy(ticket).map(personKey), centre]
    case 'inJudgement':
      return ticket.judgement ? [SUPERVISION] : [centre]
    default:
      return [centre]
  }
}

/** R-T6: the second urge without progress enters the operator's list. */
export function isPressed({ urges, progressAt }: Pick<Ticket, 'urges' | 'progressAt'>): boolean {
  return urges.filter((at) => !progressAt || at > progressAt).length >= 2
}

/** E26: nobody to ask: anonymous, or the reporter left or asked to, and no other reporter joined (R-T9). */
export const isWithoutReporter = (
  ticket: Pick<Ticket, 'reporter' | 'withdrawal' | 'left' | 'others'>,
): boolean => ratersOf(ticket).length === 0

/** The keys an actor's lists of the workbench ask for in `audience`. Each ticket found is still asked `canRead`. */
export function listKeys(actor: Actor): string[] {
  switch (actor.role) {
    case 'operator':
      return actor.unitId ? [keyOfCentre(actor.unitId)] : []
    case 'supervisor':
      return [SUPERVISION]
    case 'leader':
      return [leaderKey(actor.id)]
    case 'handler':
      return actor.unitId ? [unitKey(actor.unitId)] : []
    case 'unitHead':
      return actor.unitId ? [unitKey(actor.unitId), aboveKey(actor.unitId)] : []
    default:
      return []
  }
}

/** The keys that mean "waits for me" in `waitsFor`. */
export const todoKeys = (actor: Actor): string[] => [
  ...listKeys(actor).filter((key) => !key.startsWith('above:')),
  personKey(actor.id),
]

const present = <T>(values: (T | undefined)[]): T[] =>
  values.filter((value): value is T => value !== undefined)
