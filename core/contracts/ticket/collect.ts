import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E4: a suggestion goes to this month’s digest. */
export const collect = contract<TicketAnswer>()(
  'ticket.collect',
  v.strictObject({
    ticketId: id(),
    words: v.optional(text('备注', 0, 300)),
  }),
)
