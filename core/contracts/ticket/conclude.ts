import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E28: after the last redo, on a meeting’s decision, the conclusion told to the reporter. */
export const conclude = contract<TicketAnswer>()(
  'ticket.conclude',
  v.strictObject({
    ticketId: id(),
    words: text('结论', 10, 1000),
    meeting: text('会议名称', 2, 60),
  }),
)
