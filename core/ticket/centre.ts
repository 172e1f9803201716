import { isAccusedUnit, isWithin, unitName, unitOf } from '../knowledge/units'
import type { Knowledge } from '../knowledge/types'
import type { ActingParty } from '../people/types'
import type { Ticket } from './types'

/**
 * Section 1: which centre a ticket belongs to. The county's, or a township's own: then the township's operators screen,
 * review and call back, and give it to units of the township; the rest goes up to the county.
 */
type Belonging = Pick<Ticket, 'centreUnitId' | 'accused'>

/** R-P5: where the county's centre is accused, the supervision bureau does the centre's part. */
export const centreIsAccused = ({ accused }: Pick<Ticket, 'accused'>, knowledge: Knowledge): boolean =>
  isAccusedUnit(knowledge, knowledge.county.centreUnitId, accused.unitIds)

/** The township whose centre has the ticket; undefined: the county's centre, or supervision in its stead. */
export function townshipOf(ticket: Belonging, knowledge: Knowledge): string | undefined {
  const { centreUnitId, accused } = ticket
  if (centreUnitId === undefined || centreIsAccused(ticket, knowledge)) return undefined
  return isAccusedUnit(knowledge, centreUnitId, accused.unitIds) ? undefined : centreUnitId
}

/** The unit that does the centre's part. */
export function centreUnitOf(ticket: Belonging, knowledge: Knowledge): string {
  const { centreUnitId, supervisionUnitId } = knowledge.county
  return (
    townshipOf(ticket, knowledge) ?? (centreIsAccused(ticket, knowledge) ? supervisionUnitId : centreUnitId)
  )
}

/** A centre as people call it: a township's is named after its place, not its government. */
export function centreName(knowledge: Knowledge, unitId: string): string {
  const unit = unitOf(knowledge, unitId)
  return unit?.level === 'township' ? `${unit.shortName}社情民意服务中心` : unitName(knowledge, unitId)
}

/** The township an operator works for; undefined for everybody else. */
export function townshipOfOperator(party: ActingParty, knowledge: Knowledge): string | undefined {
  if (party.role !== 'operator' || !party.unitId) return undefined
  return unitOf(knowledge, party.unitId)?.level === 'township' ? party.unitId : undefined
}

/**
 * Where a citizen's own submission goes first: to the county, unless policy says that the township of the place looks
 * first. What accuses somebody or is confidential is always the county's.
 */
export function firstTownship(
  { kind, confidential, place, accusedUnitIds = [] }: Submitted,
  knowledge: Knowledge,
): string | undefined {
  if (kind === 'report' || confidential || accusedUnitIds.length > 0 || !place) return undefined
  return knowledge.policies.townshipsFirst?.includes(place.townshipId) ? place.townshipId : undefined
}

interface Submitted {
  kind?: Ticket['kind']
  confidential: boolean
  place?: { townshipId: string }
  accusedUnitIds?: readonly string[]
}

/** Why a township's centre may not give its ticket to these units, in words; undefined: it may. */
export function outsideProblem(
  ticket: Belonging,
  unitIds: readonly string[],
  knowledge: Knowledge,
): string | undefined {
  const township = townshipOf(ticket, knowledge)
  return township === undefined || unitIds.every((id) => isWithin(knowledge, id, township))
    ? undefined
    : '乡镇中心只能派给本乡镇和所属的站所、村（社区）；要别的单位办的，请交县中心办'
}
