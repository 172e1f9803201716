import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'

/** R-A2: how the leaders kept the days they promised, over the last twelve months, and the reasons of published gaps. */
export interface KeepingView {
  leaders: {
    name: string
    post: string
    kept: number
    moved: number
    missed: number
    /** Visitors received. */
    visitors: number
    /** R-S7: share of visitors who were satisfied with how they were listened to; absent under five ratings. */
    satisfied?: number
  }[]
  /** A leader's name; of a township the day nobody was on duty (R-A10). */
  gaps: { month: string; name: string; reason: string }[]
}

export const keeping = contract<KeepingView>()(
  'open.keeping',
  v.strictObject({
    /** Of a township (R-A10); absent: the county's. */
    centreId: v.optional(id('接待地点')),
  }),
)
