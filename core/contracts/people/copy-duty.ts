import * as v from 'valibot'
import { contract } from '../define'
import { choice, id } from '../fields'
import type { RosterView } from './roster'

/** The weeks of a roster, today first. */
export const WEEKS = { this: '近七天', next: '再七天' } as const
export type Week = keyof typeof WEEKS

/** R-H6: fills the empty shifts of a week as the week before it was; what is planned already stays. */
export const copyDuty = contract<RosterView>()(
  'people.copyDuty',
  v.strictObject({
    unitId: id('单位'),
    week: choice('哪一周', Object.keys(WEEKS) as [Week, ...Week[]]),
  }),
)
