import * as v from 'valibot'
import { contract } from '../define'
import { cursor, type Moment } from '../fields'

export interface HotMatterView {
  id: string
  /** What and where, in words. */
  category: string
  place: string
  /** People of the last 30 days, of the last 7, and of the 7 before. */
  people: number
  thisWeek: number
  lastWeek: number
}

export interface HotMatterDetail extends HotMatterView {
  tickets: number
  first: Moment
  last: Moment
}

/** R-D6: what several people say about one thing, most people and most growth first. */
export const hotMatters = contract<{ items: HotMatterView[]; next?: string }>()(
  'ticket.hotMatters',
  v.strictObject({ cursor }),
)
