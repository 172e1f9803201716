import * as v from 'valibot'
import { MARKS, type Mark } from '../../ticket/words'
import { contract } from '../define'
import { choice, flag, id, text } from '../fields'
import type { TicketAnswer } from './views'

/** The operator marks a ticket urgent, major, confidential or a public matter, or takes a mark off. */
export const mark = contract<TicketAnswer>()(
  'ticket.mark',
  v.strictObject({
    ticketId: id(),
    mark: choice('标记', Object.keys(MARKS) as [Mark, ...Mark[]]),
    on: v.optional(flag('标上还是取消'), true),
    /** Needed with `major`: who signs the result off (E16). */
    leaderId: v.optional(id('领导')),
    /** What units read of a confidential ticket (R-P5). */
    summary: v.optional(text('转办摘要', 5, 1000)),
    words: v.optional(text('说明', 0, 300)),
  }),
)
