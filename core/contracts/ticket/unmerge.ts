import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E25: a wrong merge is undone. */
export const unmerge = contract<TicketAnswer>()(
  'ticket.unmerge',
  v.strictObject({
    ticketId: id(),
    words: text('原因', 2, 300),
  }),
)
