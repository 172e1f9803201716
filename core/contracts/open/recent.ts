import * as v from 'valibot'
import { contract } from '../define'
import type { Moment } from '../fields'

/** What the home page says about the centre's work: counts and lately closed matters by category and place, never words (R-G1). */
export const recent = contract<{
  closedThisMonth: number
  satisfaction?: number
  items: { category: string; place: string; unit: string; closedAt: Moment }[]
}>()('open.recent', v.strictObject({}))
