import type { DissatisfiedReason, Satisfaction, Solved } from '@core/ticket/words'

/** What has been chosen so far (R-C2). */
export interface Rating {
  solved?: Solved
  result?: Satisfaction
  attitude?: Satisfaction
  reasons: DissatisfiedReason[]
}

export type CompleteRating = Rating & Required<Pick<Rating, 'solved' | 'result' | 'attitude'>>

/** Dissatisfied with either asks why. */
export const isDissatisfied = (rating: Rating): boolean =>
  rating.result === 'dissatisfied' || rating.attitude === 'dissatisfied'

/**
 * The next thing to choose, in words; undefined when nothing is missing.
 *
 * @param asksAttitude false: of somebody who never met the unit (R-T9)
 */
export function nextQuestion(rating: Rating, asksAttitude = true): string | undefined {
  if (!rating.solved) return '请先选：问题解决了吗'
  if (!rating.result) return '请选：对办理结果满意吗'
  if (asksAttitude && !rating.attitude) return '请选：对服务态度满意吗'
  if (isDissatisfied(rating) && rating.reasons.length === 0) return '请选一个不满意的原因'
  return undefined
}

export const isComplete = (rating: Rating): rating is CompleteRating => nextQuestion(rating) === undefined
