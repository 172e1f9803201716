import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E27: the centre takes it back to dispatch it anew (改派), with a reason. */
export const reassign = contract<TicketAnswer>()(
  'ticket.reassign',
  v.strictObject({
    ticketId: id(),
    words: text('改派原因', 2, 300),
  }),
)
