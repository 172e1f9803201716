import {
  DISSATISFIED_REASONS,
  SATISFACTIONS,
  SOLVED,
  type DissatisfiedReason,
  type Satisfaction,
  type Solved,
} from '@core/ticket/words'

const asOptions = <T extends string>(words: Record<T, string>) =>
  (Object.keys(words) as T[]).map((value) => ({ value, label: words[value] }))

/** What can be chosen (R-C2). */
export const SOLVED_OPTIONS = asOptions<Solved>(SOLVED)
export const SATISFACTION_OPTIONS = asOptions<Satisfaction>(SATISFACTIONS)
export const REASON_OPTIONS = asOptions<DissatisfiedReason>(DISSATISFIED_REASONS)
