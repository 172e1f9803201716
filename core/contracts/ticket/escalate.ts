import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E8: a major matter goes to a leader with proposed units and deadline. */
export const escalate = contract<TicketAnswer>()(
  'ticket.escalate',
  v.strictObject({
    ticketId: id(),
    leaderId: id('领导'),
    words: text('呈批意见', 5, 1000),
    /** R-A9: what the leader has said of it already, at a reception: their instruction begins with it. */
    said: v.optional(text('领导的意见', 2, 1000)),
    /** What the unit will read instead of the reporter’s words; required for confidential tickets and reports (R-P5). */
    summary: v.optional(text('转办摘要', 5, 1000)),
  }),
)
