import type { Knowledge, Unit } from './types'

/** The tree of units (R-P2): county → township or department → station or village. */

/** The unit, or undefined when the knowledge has none of that id. */
export function unitOf(knowledge: Knowledge, unitId: string | undefined): Unit | undefined {
  return unitId === undefined ? undefined : knowledge.units.find((unit) => unit.id === unitId)
}

/** The name people know a unit by; its id when it has left the list, so that old tickets still read. */
export function unitName(knowledge: Knowledge, unitId: string): string {
  return unitOf(knowledge, unitId)?.name ?? unitId
}

/** A place as people say it: 「柳林镇小河村」, not the name of its government. */
export function placeName(knowledge: Knowledge, place: { townshipId: string; villageId?: string }): string {
  return [place.townshipId, place.villageId]
    .flatMap((id) => (id === undefined ? [] : (unitOf(knowledge, id)?.shortName ?? id)))
    .join('')
}

/** The unit itself and everything above it, nearest first. A loop in the data ends the walk. */
export function lineage(knowledge: Knowledge, unitId: string | undefined): string[] {
  const line: string[] = []
  for (
    let unit = unitOf(knowledge, unitId);
    unit && !line.includes(unit.id);
    unit = unitOf(knowledge, unit.parentId)
  ) {
    line.push(unit.id)
  }
  return line
}

/** Whether `unitId` is `above` or lies anywhere below it. */
export function isWithin(knowledge: Knowledge, unitId: string | undefined, above: string): boolean {
  return lineage(knowledge, unitId).includes(above)
}

/** R-P5: an accused unit and every unit below it are kept away from the ticket. */
export function isAccusedUnit(
  knowledge: Knowledge,
  unitId: string | undefined,
  accusedUnitIds: readonly string[],
): boolean {
  return accusedUnitIds.some((accused) => isWithin(knowledge, unitId, accused))
}

/**
 * R-P5: who leads instead of an accused unit: the nearest unit above it that is not accused, where the county itself
 * comes only after the supervision bureau and the service centre. The county as a whole cannot be accused.
 */
export function superiorFor(knowledge: Knowledge, unitId: string, accusedUnitIds: readonly string[]): string {
  const { supervisionUnitId, centreUnitId } = knowledge.county
  const above = lineage(knowledge, unitId).slice(1)
  const county = knowledge.units.filter(({ level }) => level === 'county').map(({ id }) => id)
  const inOrder = [...above.filter((id) => !county.includes(id)), supervisionUnitId, centreUnitId, ...county]
  const free = inOrder.find((id) => !isAccusedUnit(knowledge, id, accusedUnitIds))
  if (free === undefined) throw new Error('the county itself cannot be accused')
  return free
}

/** R-D2: a township without the power to enforce, and nobody beside it. */
export function isLoneTownship(
  knowledge: Knowledge,
  leadUnitId: string,
  coUnitIds: readonly string[],
): boolean {
  const lead = unitOf(knowledge, leadUnitId)
  if (lead?.level !== 'township' || lead.enforces) return false
  return !coUnitIds.some((id) => unitOf(knowledge, id)?.enforces)
}

/** R-D2: what holds for a township without the power to enforce holds for the stations and villages in it. */
export function isLoneWithoutPower(
  knowledge: Knowledge,
  leadUnitId: string,
  coUnitIds: readonly string[],
): boolean {
  if (unitOf(knowledge, leadUnitId)?.enforces) return false
  return lineage(knowledge, leadUnitId).some((id) => isLoneTownship(knowledge, id, coUnitIds))
}
