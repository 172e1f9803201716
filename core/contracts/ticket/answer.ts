import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E3: the centre answers directly (在线办结). */
export const answer = contract<TicketAnswer>()(
  'ticket.answer',
  v.strictObject({
    ticketId: id(),
    words: text('答复', 5, 2000),
  }),
)
