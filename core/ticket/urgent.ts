import { isAccusedUnit, superiorFor, unitName, placeName, unitOf } from '../knowledge/units'
import type { Knowledge } from '../knowledge/types'
import { isSensitive } from './access'
import { arrivalMinutes } from './arrival'
import { centreKey, dutyKey, SUPERVISION } from './audience'
import { centreUnitOf } from './centre'
import type { Telling } from './decisions/decision'
import { dispatchProblem, tipOffProblem, type Assignment } from './decisions/dispatching'
import { limitsOf } from './limits'
import { readableMoment } from './moments'
import { sortOf } from './title'
import type { Ticket } from './types'
import { MINUTE } from './workdays'

/** R-D7: urgent matters. */

/** What the reporter of an urgent matter reads at once. */
export const ADVICE = '危及生命安全请先拨打 110、119 或 120。'

/** When the alert went out: when it came in, or when it was marked urgent. */
export const alertOf = ({ alertedAt, clock }: Pick<Ticket, 'alertedAt' | 'clock'>): Date =>
  alertedAt ?? clock.submittedAt

/** When somebody has to be on the spot: wall-clock minutes after the alert, by the township of the place. */
export function arriveBy(ticket: Ticket, knowledge: Knowledge): Date {
  return new Date(alertOf(ticket).getTime() + arrivalMinutes(ticket, knowledge) * MINUTE)
}

/** By when somebody has to be on the spot, and when the first was; undefined where nothing is urgent. */
export function arrivalOf(ticket: Ticket, knowledge: Knowledge): { by: Date; at?: Date } | undefined {
  if (!ticket.urgent) return undefined
  const [first] = ticket.arrivals ?? []
  return { by: arriveBy(ticket, knowledge), ...(first && { at: first.at }) }
}

/** Nobody was there in time: the unit's head and the centre, in words. */
export const notArrived = (ticket: Ticket, knowledge: Knowledge): string =>
  `编号 ${ticket.number} 是紧急事项，${unitName(knowledge, ticket.leadUnitId ?? '')}还没有到现场签到，请立即处置。`

/** Sort of matter and village: enough to set out, and nothing of the reporter's words (R-P5). */
function matterAndPlace(ticket: Ticket, knowledge: Knowledge): string {
  const where = ticket.place ? `，地点：${placeName(knowledge, ticket.place)}` : ''
  return sortOf(ticket, knowledge) + where
}

/**
 * What the system would dispatch when no operator acts in 5 minutes: the proposal, overriding R-D4's limits but never
 * R-P5's (an accused unit gives way to its superior, a sensitive ticket goes with a summary of sort and place only) nor
 * R-D2's (the departments of the responsibility table join a township without power). Undefined: nobody can be found.
 */
export function urgentAssignment(ticket: Ticket, now: Date, knowledge: Knowledge): Assignment | undefined {
  const { proposal } = ticket
  if (!proposal) return undefined
  const accused = ticket.accused.unitIds
  const free = (id: string): boolean =>
    unitOf(knowledge, id) !== undefined && !isAccusedUnit(knowledge, id, accused)
  const proposed = proposal.leadUnitId.value
  if (!unitOf(knowledge, proposed)) return undefined
  const kind = ticket.kind ?? proposal.kind.value
  const fit = free(proposed) && !tipOffProblem(ticket, kind, proposed, knowledge)
  const leadUnitId = fit ? proposed : superiorFor(knowledge, accused[0] ?? proposed, accused)
  const others = (ids: string[]): string[] => [...new Set(ids)].filter((id) => id !== leadUnitId && free(id))
  const assignment: Assignment = {
    kind,
    categoryId: proposal.categoryId.value,
    leadUnitId,
    coUnitIds: others(proposal.coUnitIds),
    handlingClass: proposal.handlingClass.value,
    ...(isSensitive(ticket) && {
      summary: `紧急事项：${matterAndPlace(ticket, knowledge)}。请立即到现场核实处置。`,
    }),
  }
  const withDepartments = {
    ...assignment,
    coUnitIds: others([...proposal.coUnitIds, ...departmentsFor(proposal.categoryId.value, knowledge)]),
  }
  return [assignment, withDepartments].find((a) => !dispatchProblem(ticket, a, now, knowledge))
}

function departmentsFor(categoryId: string, knowledge: Knowledge): string[] {
  return knowledge.responsibilities
    .filter((entry) => entry.categoryId === categoryId)
    .flatMap(({ lead, coUnits }) => [lead, ...coUnits])
    .flatMap((who) => (who === 'township' ? [] : [who.unitId]))
    .filter((id) => unitOf(knowledge, id)?.enforces)
}

/** Told at once when it comes in: the centre's duty operator and the proposed unit's duty officer. */
export function alerts(ticket: Ticket, now: Date, knowledge: Knowledge): Telling[] {
  const centre = centreKey(ticket, knowledge)
  const unitId = urgentAssignment(ticket, now, knowledge)?.leadUnitId
  const what = `编号 ${ticket.number}：${matterAndPlace(ticket, knowledge)}`
  const minutes = limitsOf(knowledge).urgentMinutes
  const toCentre = {
    title: '紧急事项，请立即处理',
    words: `${what}。${minutes} 分钟内没有处理，系统将自动派单。`,
    template: 'ticket.alert',
    urgent: true,
  }
  const toUnit = {
    title: '紧急事项，请立即准备',
    words: `${what}。请 ${readableMoment(arriveBy(ticket, knowledge))} 前到现场。`,
    template: 'ticket.alert',
    urgent: true,
  }
  return [
    { to: centre, ...toCentre },
    ...(centre === SUPERVISION ? [] : [{ to: dutyKey(centreUnitOf(ticket, knowledge)), ...toCentre }]),
    ...(unitId ? [{ to: dutyKey(unitId), ...toUnit }] : []),
  ]
}

/** Below this, whether it is urgent is in doubt. */
const IN_DOUBT = 0.7

/** R-D7: whether the words leave it open that there is danger. */
export const isInDoubt = ({ proposal }: Pick<Ticket, 'proposal'>): boolean =>
  (proposal?.urgent.confidence ?? 1) < IN_DOUBT

/** R-D7: where it is in doubt, the centre is asked at once. */
export function doubts(ticket: Ticket, knowledge: Knowledge): Telling[] {
  if (!isInDoubt(ticket)) return []
  return [
    {
      to: centreKey(ticket, knowledge),
      title: '可能紧急，请马上核实',
      words: `编号 ${ticket.number}：${matterAndPlace(ticket, knowledge)}。系统拿不准是不是紧急事项，请马上看一眼。`,
      template: 'ticket.alert',
      urgent: true,
    },
  ]
}

/** R-D7: nobody of the unit signed in 5 minutes: its head, in words. */
export const unacknowledged = (ticket: Ticket, knowledge: Knowledge): string =>
  `编号 ${ticket.number} 是紧急事项，${unitName(knowledge, ticket.leadUnitId ?? '')}尚未签收，请立即安排。`
