import * as v from 'valibot'
import { contract } from '../define'

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
  gaps: { month: string; name: string; reason: string }[]
}

export const keeping = contract<KeepingView>()('open.keeping', v.strictObject({}))
