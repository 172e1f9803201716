import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import type { DayView } from '../reception/views'

/** R-A2, R-G1: the published reception days from today on, without login. */
export const schedule = contract<{ days: DayView[] }>()(
  'open.schedule',
  v.strictObject({
    /** Of a township (R-A10); absent: the county's. */
    centreId: v.optional(id('接待地点')),
  }),
)
