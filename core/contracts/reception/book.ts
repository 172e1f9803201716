import * as v from 'valibot'
import { contract } from '../define'
import { flag, id, phoneNumber, text } from '../fields'
import type { BookingView } from './views'

export const people = v.pipe(
  v.number('人数格式不对'),
  v.integer('人数格式不对'),
  v.minValue(1, '至少 1 人'),
  v.maxValue(5, '最多 5 人'),
)

/** What is asked of whoever wants a seat, or a place in the line for one. */
export const wish = {
  dayId: id('接待日'),
  slotId: id('时段'),
  topic: text('事项', 2, 40),
  words: v.optional(text('情况说明', 0, 1000)),
  people: v.optional(people),
  /** R-T11: an operator books for a caller, an agent for somebody who has agreed to it. */
  onBehalfOf: v.optional(
    v.strictObject({
      name: text('姓名', 2, 20),
      phone: phoneNumber,
      consent: v.optional(flag('本人同意')),
    }),
  ),
}

/**
 * R-A3/R-A4: one tap and a topic books a seat. SLOT_TAKEN carries `data.others: SlotOffer[]`, the next free slots;
 * ALREADY_BOOKED when the person has an active booking of that kind.
 */
export const book = contract<{ booking: BookingView }>()('reception.book', v.strictObject(wish))
