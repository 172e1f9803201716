import * as v from 'valibot'
import { contract } from '../define'
import { monthField } from './month-fields'
import type { MonthView } from './month-views'

/** R-A1: a month of the operator's own centre, as planned or as published. */
export const month = contract<{ month: MonthView }>()(
  'reception.month',
  v.strictObject({ month: monthField }),
)
