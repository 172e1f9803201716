import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import { spokenFields } from './spoken-fields'
import type { TicketAnswer } from './views'

/** E23: the reporter takes the matter back, with words. */
export const withdraw = contract<TicketAnswer>()(
  'ticket.withdraw',
  v.strictObject({
    ticketId: id(),
    words: text('撤回的原因', 2, 300),
    ...spokenFields,
  }),
)
