import * as v from 'valibot'
import { contract } from '../define'
import { monthField, versionField } from './month-fields'
import type { MonthView } from './month-views'

/** R-A1: plans last month's receptions once more, on the same weekdays. */
export const copyMonth = contract<{ month: MonthView }>()(
  'reception.copyMonth',
  v.strictObject({ month: monthField, version: versionField }),
)
