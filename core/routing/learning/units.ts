import type { Lesson } from './lesson'

/** How often a unit took matters of a category in a township, and how often it gave them back (R-D2, R-D3). */
export interface UnitCount {
  categoryId: string
  townshipId?: string
  unitId: string
  took: number
  returned: number
}

/** Only of those categories and townships where something was given back: elsewhere there is nothing to correct. */
export type UnitHistory = readonly UnitCount[]

/** Times after which a habit counts as one: once may be chance. */
const LEAST = 2

/** Counts lessons; those a person took back do not count. */
export function unitHistory(lessons: readonly Lesson[]): UnitHistory {
  const counts = new Map<string, UnitCount>()
  const countOf = ({ categoryId, townshipId }: Lesson, unitId: string): UnitCount => {
    const key = [categoryId, townshipId, unitId].join('\n')
    const found = counts.get(key) ?? {
      categoryId,
      ...(townshipId === undefined ? {} : { townshipId }),
      unitId,
      took: 0,
      returned: 0,
    }
    counts.set(key, found)
    return found
  }
  for (const lesson of lessons) {
    if (lesson.left) continue
    for (const unitId of lesson.returnedBy) countOf(lesson, unitId).returned++
    if (!lesson.returnedBy.includes(lesson.leadUnitId)) countOf(lesson, lesson.leadUnitId).took++
  }
  const all = [...counts.values()]
  const disputed = all.filter(({ returned }) => returned >= LEAST)
  return all.filter((one) => disputed.some((other) => isAlike(one, other)))
}

const isAlike = (a: Pick<UnitCount, 'categoryId' | 'townshipId'>, b: typeof a): boolean =>
  a.categoryId === b.categoryId && a.townshipId === b.townshipId

/**
 * Who takes a matter that the responsibility table gives to `listed`: another unit where `listed` gave such matters
 * back again and again and that other one took them. Undefined: the table stands.
 */
export function takerInstead(
  history: UnitHistory,
  matter: Pick<UnitCount, 'categoryId' | 'townshipId'>,
  listed: string,
): { unitId: string; took: number; returned: number } | undefined {
  const alike = history.filter((count) => isAlike(count, matter))
  const { took, returned } = alike.find(({ unitId }) => unitId === listed) ?? { took: 0, returned: 0 }
  if (returned < LEAST || returned <= took) return undefined
  const [best] = alike
    .filter((other) => other.unitId !== listed && other.took >= LEAST && other.took > other.returned)
    .sort((a, b) => b.took - a.took)
  return best && { unitId: best.unitId, took: best.took, returned }
}
