import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** R-L4: the supervisor does not issue the order that the clock drafted. */
export const dropOrder = contract<TicketAnswer>()(
  'ticket.dropOrder',
  v.strictObject({ ticketId: id(), words: text('不核发的理由', 2, 500) }),
)
