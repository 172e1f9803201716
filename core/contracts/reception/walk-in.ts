import * as v from 'valibot'
import { contract } from '../define'
import { id, phoneNumber, text } from '../fields'
import { people } from './book'
import type { BookingView } from './views'

/** R-A5, R-A7: after the cut-off the desk gives what is free to who walks in. Without a number they go by the booking alone. */
export const walkIn = contract<{ booking: BookingView }>()(
  'reception.walkIn',
  v.strictObject({
    dayId: id('接待日'),
    slotId: id('时段'),
    topic: text('事项', 2, 40),
    words: v.optional(text('情况说明', 0, 1000)),
    people: v.optional(people),
    visitor: v.strictObject({ name: v.optional(text('称呼', 1, 20)), phone: v.optional(phoneNumber) }),
  }),
)
