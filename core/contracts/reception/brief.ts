import * as v from 'valibot'
import type { Kind, Status } from '../../ticket/words'
import { contract } from '../define'
import { id, type Moment } from '../fields'
import type { DeskDay } from './desk-views'

/** R-A8: what a visitor comes about, as the reader may see it: names masked, no confidential matter. */
export interface BriefVisitor {
  from: Moment
  to: Moment
  name?: string
  people: number
  topic: string
  words?: string
  noShows: number
  photos: { url: string }[]
  /** Their matters, the newest first; `own`: the one the visit is about. */
  tickets: {
    number: string
    title: string
    kind?: Kind
    status: Status
    unit?: string
    at: Moment
    own: boolean
    /** What the unit says. */
    position?: string
  }[]
}

/** R-A8: the day-before brief, for the leader who receives and the operators of the centre. */
export const brief = contract<{ day: DeskDay; units: string[]; visitors: BriefVisitor[] }>()(
  'reception.brief',
  v.strictObject({ dayId: id('接待日') }),
)
