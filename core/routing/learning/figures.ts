import type { Lesson } from './lesson'

/** Thresholds an admin chooses from (R-D4). */
export const THRESHOLDS = [0.6, 0.7, 0.8, 0.9, 0.95] as const

/** How many tickets were proposed as they were handled in the end. */
export interface Tally {
  count: number
  /** Category as proposed. */
  accepted: number
  /** Lead unit as proposed. */
  unitAccepted: number
  /** Went out without an operator. */
  automatic: number
}

export interface CategoryFigures extends Tally {
  categoryId: string
  /** For each threshold: how many would have gone out alone, and how many of these rightly. */
  effect: { threshold: number; out: number; right: number }[]
}

const NONE: Tally = { count: 0, accepted: 0, unitAccepted: 0, automatic: 0 }

/** By week, the newest first, and over all of them. */
export function byWeek(lessons: readonly Lesson[]): ({ week: string } & Tally)[] {
  const weeks = [...new Set(lessons.map(({ week }) => week))].sort().reverse()
  return weeks.map((week) => ({ week, ...tally(lessons.filter((lesson) => lesson.week === week)) }))
}

/**
 * By the category that was proposed: it is the proposal that would have gone out. Categories with the most tickets
 * first.
 */
export function byCategory(lessons: readonly Lesson[]): CategoryFigures[] {
  const ids = [...new Set(lessons.map(({ proposed }) => proposed.categoryId))]
  return ids
    .map((categoryId) => {
      const own = lessons.filter(({ proposed }) => proposed.categoryId === categoryId)
      return { categoryId, ...tally(own), effect: THRESHOLDS.map((threshold) => effectOf(own, threshold)) }
    })
    .sort((a, b) => b.count - a.count)
}

/** R-D4: what a threshold would have done to these tickets, by the proposals as they were made. */
function effectOf(lessons: readonly Lesson[], threshold: number) {
  const out = lessons.filter(({ proposed }) => proposed.confidence >= threshold)
  return { threshold, out: out.length, right: out.filter(isRight).length }
}

const isRight = ({ proposed, categoryId, leadUnitId }: Lesson): boolean =>
  proposed.categoryId === categoryId && proposed.leadUnitId === leadUnitId

export const tally = (lessons: readonly Lesson[]): Tally =>
  lessons.reduce(
    (sum, { corrected, proposed, leadUnitId, automatic }) => ({
      count: sum.count + 1,
      accepted: sum.accepted + (corrected ? 0 : 1),
      unitAccepted: sum.unitAccepted + (proposed.leadUnitId === leadUnitId ? 1 : 0),
      automatic: sum.automatic + (automatic ? 1 : 0),
    }),
    NONE,
  )
