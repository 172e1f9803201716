import * as v from 'valibot'
import { contract } from '../define'
import { id, type Moment } from '../fields'
import type { TimelineItem } from './views'

/** R-C6: what the docket of a closed ticket has beside the ticket itself: everything that happened, and its seal. */
export interface DocketView {
  number: string
  /** The county centre that keeps it. */
  keeper: string
  closedAt: Moment
  /** In the order in which it happened. */
  items: TimelineItem[]
  /** Where the next part begins; absent on the last. */
  next?: number
  /** R-T8: how many events there are and the hash of the last, which covers all before it. */
  seal: { events: number; head: string }
}

/** One part of the docket, from the first event or after `after`. WRONG_STATE for what is not closed. */
export const docket = contract<DocketView>()(
  'ticket.docket',
  v.strictObject({
    ticketId: id(),
    after: v.optional(
      v.pipe(v.number('序号格式不对'), v.integer('序号格式不对'), v.minValue(0), v.maxValue(10_000)),
    ),
  }),
)
