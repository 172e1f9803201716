import * as v from 'valibot'
import { contract } from '../define'
import type { DayView } from '../reception/views'

/** R-A2, R-G1: the published reception days from today on, without login. */
export const schedule = contract<{ days: DayView[] }>()('open.schedule', v.strictObject({}))
