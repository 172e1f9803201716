import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** R-H3: a co-unit objects to its part, once, with reason, to the operator. */
export const coUnitObject = contract<TicketAnswer>()(
  'ticket.coUnitObject',
  v.strictObject({
    ticketId: id(),
    words: text('异议理由', 5, 500),
  }),
)
