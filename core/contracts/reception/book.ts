import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { BookingView } from './views'

/**
 * R-A3/R-A4: one tap and a topic books a seat. SLOT_TAKEN carries `data.others: SlotOffer[]`, the next free slots;
 * ALREADY_BOOKED when the person has an active booking of that kind.
 */
export const book = contract<{ booking: BookingView }>()(
  'reception.book',
  v.strictObject({
    dayId: id('接待日'),
    slotId: id('时段'),
    topic: text('事项', 2, 40),
    words: v.optional(text('情况说明', 0, 1000)),
    people: v.optional(
      v.pipe(
        v.number('人数格式不对'),
        v.integer('人数格式不对'),
        v.minValue(1, '至少 1 人'),
        v.maxValue(5, '最多 5 人'),
      ),
    ),
  }),
)
