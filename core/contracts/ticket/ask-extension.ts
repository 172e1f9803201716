import * as v from 'valibot'
import { contract } from '../define'
import { id, moment, text } from '../fields'
import type { TicketAnswer } from './views'

/** R-L3: the unit asks for more time, before the deadline, with reason. */
export const askExtension = contract<TicketAnswer>()(
  'ticket.askExtension',
  v.strictObject({
    ticketId: id(),
    until: moment('延期到'),
    words: text('延期原因', 5, 500),
  }),
)
