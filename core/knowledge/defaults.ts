import type { Policies } from './types'

/** The numbers of domain.md that a county starts with; its policies may say otherwise. */
export const DEFAULT_NUMBERS = {
  /** R-L1: working days. */
  fixedDays: 5,
  complexDays: 15,
  redoDays: 3,
  /** R-T7, E2: working days. */
  reporterAnswerDays: 5,
  appealDays: 5,
  /** R-X4 */
  submissionsPerDay: 10,
  submissionsPerTenMinutes: 3,
  bookingAttemptsPerTenMinutes: 30,
  /** R-H5: characters. */
  resultMinLength: 15,
} as const satisfies Partial<Policies>
