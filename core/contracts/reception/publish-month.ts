import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import { monthField, versionField } from './month-fields'
import type { MonthView } from './month-views'

/** R-A1: publishes the month to everybody, with a reason for every gap. */
export const publishMonth = contract<{ month: MonthView }>()(
  'reception.publishMonth',
  v.strictObject({
    month: monthField,
    version: versionField,
    gaps: v.pipe(
      v.array(v.strictObject({ of: id('空缺'), reason: text('原因', 2, 100) })),
      v.maxLength(60, '空缺最多 60 处'),
    ),
  }),
)
