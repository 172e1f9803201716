import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E7 / R-T7: the centre asks the reporter; the clock stops until the answer or 5 working days. */
export const ask = contract<TicketAnswer>()(
  'ticket.ask',
  v.strictObject({
    ticketId: id(),
    words: text('要问的问题', 5, 500),
  }),
)
