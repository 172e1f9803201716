import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E26: approved where there is no reporter to ask. */
export const closeWithoutReporter = contract<TicketAnswer>()(
  'ticket.closeWithoutReporter',
  v.strictObject({
    ticketId: id(),
    words: v.optional(text('说明', 0, 300)),
  }),
)
