import * as v from 'valibot'
import { contract } from '../define'
import { id, photos, text } from '../fields'
import { people } from './book'
import type { BookingView } from './views'

/** R-A3: added after booking, until the cut-off. What is absent stays as it is; an empty `ticketId` takes it away. */
export const details = contract<{ booking: BookingView }>()(
  'reception.details',
  v.strictObject({
    bookingId: id('预约'),
    words: v.optional(text('情况说明', 0, 1000)),
    people: v.optional(people),
    /** Added to those that are there. */
    photos: v.optional(photos(9)),
    /** Names of photos to take away, as the view shows them. */
    without: v.optional(v.pipe(v.array(id('照片')), v.maxLength(9, '照片最多 9 张'))),
    ticketId: v.optional(v.union([v.literal(''), id('事项')], '事项编号格式不对')),
  }),
)
