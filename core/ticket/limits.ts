/** The numbers of the rules; a county may set its own in its policies. Hours and days are working time unless said. */
export const LIMITS = {
  /** R-L6: the centre's and the leaders' own clocks. */
  screenHours: 4,
  signHours: 4,
  signHoursInstant: 1,
  instructDays: 1,
  reviewDays: 1,
  callbackDays: 3,
  judgementDays: 3,
  /** E13 */
  returnDays: 1,
  returnHoursInstant: 2,
  /** R-L2: a unit has at least this long after E15; and after a late dispatch of a consult. */
  leastHours: 4,
  /** R-H1 */
  firstContactDays: 1,
  /** E21: unanswered attempts, each on a day of its own, wall-clock days after the answer, one attempt after this hour. */
  unreachableAttempts: 3,
  unreachableDays: 5,
  unreachableEvening: 18,
  callbackOverdueDays: 15,
  /** R-D7: wall-clock minutes. */
  urgentMinutes: 5,
  arrivalMinutes: 30,
  /** R-L4: share of the time after which the unit is warned; working days over for the three grades. */
  warnShare: 0.8,
  orderDays: [1, 3, 5] as readonly number[],
  /** Architecture: growth. */
  maxEvents: 1000,
}
export type Limits = typeof LIMITS

export const limitsOf = (knowledge: { policies: { limits?: Partial<Limits> } }): Limits => ({
  ...LIMITS,
  ...knowledge.policies.limits,
})
