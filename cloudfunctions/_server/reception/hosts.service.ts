import { AppError } from '@core/errors'
import type { Knowledge } from '@core/knowledge/types'
import type { Actor } from '@core/people/types'
import type { Host } from '@core/reception'
import { staffOf } from '../people'

/** The centre whose receptions an operator works at: the county's, or their township's (R-A10). */
export function centreOf({ unitId }: Actor): string {
  if (unitId === undefined) throw new AppError('FORBIDDEN')
  return unitId
}

/** Who receives for a centre: the county's leaders; at a township whoever works there, heads first. */
export async function hostsOf(centreId: string, knowledge: Knowledge): Promise<Host[]> {
  if (centreId === knowledge.county.centreUnitId) {
    return [...knowledge.leaders]
      .sort((a, b) => a.order - b.order)
      .map(({ personId, name, post, unitIds }) => ({ id: personId, name, post, unitIds }))
  }
  const staff = await staffOf(centreId, ['unitHead', 'handler'])
  const rank = (role: string | undefined) => (role === 'unitHead' ? 0 : 1)
  return [...staff]
    .sort((a, b) => rank(a.staff?.role) - rank(b.staff?.role))
    .map(({ _id, staff: record }) => ({
      id: _id,
      name: record!.name,
      post: record!.title ?? '',
      unitIds: [centreId],
    }))
}
