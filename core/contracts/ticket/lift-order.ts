import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** R-S3: the supervisor lifts the order in force. */
export const liftOrder = contract<TicketAnswer>()(
  'ticket.liftOrder',
  v.strictObject({ ticketId: id(), words: text('解除理由', 2, 500) }),
)
