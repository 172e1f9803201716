import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import { monthField, versionField } from './month-fields'
import type { MonthView } from './month-views'

/** R-A1: takes a reception out of a plan that is not published. */
export const dropDay = contract<{ month: MonthView }>()(
  'reception.dropDay',
  v.strictObject({ month: monthField, version: versionField, dayId: id('接待日') }),
)
