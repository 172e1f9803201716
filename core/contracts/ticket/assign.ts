import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** The unit's head names who of the unit handles it (经办人), or takes it themselves. */
export const assign = contract<TicketAnswer>()(
  'ticket.assign',
  v.strictObject({
    ticketId: id(),
    personId: id('经办人'),
    words: v.optional(text('要求', 0, 300)),
  }),
)
