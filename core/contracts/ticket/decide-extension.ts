import * as v from 'valibot'
import { contract } from '../define'
import { flag, id, text } from '../fields'
import type { TicketAnswer } from './views'

/** R-L3: the operator, or the leader whose date it is, grants or refuses the time a unit asked for. */
export const decideExtension = contract<TicketAnswer>()(
  'ticket.decideExtension',
  v.strictObject({
    ticketId: id(),
    grant: flag('是否同意'),
    words: v.optional(text('意见', 0, 500)),
  }),
)
