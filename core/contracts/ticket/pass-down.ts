import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** R-P2: the lead unit gives it to a unit below, by the same deadline, and still answers for it. */
export const passDown = contract<TicketAnswer>()(
  'ticket.passDown',
  v.strictObject({
    ticketId: id(),
    unitId: id('下级单位'),
    words: v.optional(text('要求', 0, 500)),
  }),
)
