import * as v from 'valibot'
import { contract } from '../define'
import { flag, id, text } from '../fields'
import type { TicketAnswer } from './views'

/** R-D8: an operator confirms a township's whistle, and the departments are called; or says why not. */
export const confirmWhistle = contract<TicketAnswer>()(
  'ticket.confirmWhistle',
  v.strictObject({
    ticketId: id(),
    grant: flag('确认意见'),
    words: v.optional(text('意见', 0, 500)),
  }),
)
