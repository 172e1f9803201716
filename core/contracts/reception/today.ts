import * as v from 'valibot'
import type { Moment } from '../fields'
import { contract } from '../define'
import type { DeskDay } from './desk-views'
import type { MonthView } from './month-views'

/** What lies ahead at the reception: an operator's centre, or the receptions one holds; and the month that must be published (R-A1). */
export const today = contract<{
  days: DeskDay[]
  plan?: { month: string; state: MonthView['state']; publishBy: Moment }
}>()('reception.today', v.strictObject({}))
