import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E15: sent back with what is missing. */
export const sendBack = contract<TicketAnswer>()(
  'ticket.sendBack',
  v.strictObject({
    ticketId: id(),
    missing: text('需要补办的内容', 5, 1000),
  }),
)
