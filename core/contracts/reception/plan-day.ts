import * as v from 'valibot'
import { contract } from '../define'
import { monthField, plannedDay, versionField } from './month-fields'
import type { MonthView } from './month-views'

/** R-A1: puts a reception into the plan, or changes it there; in a published month it is published at once. CONFLICT when somebody else changed the month first. */
export const planDay = contract<{ month: MonthView }>()(
  'reception.planDay',
  v.strictObject({ month: monthField, version: versionField, day: plannedDay }),
)
