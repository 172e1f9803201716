import * as v from 'valibot'
import { contract } from '../define'
import { flag, id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E5: a collected suggestion is adopted or noted, with a reply. */
export const concludeSuggestion = contract<TicketAnswer>()(
  'ticket.concludeSuggestion',
  v.strictObject({
    ticketId: id(),
    adopted: flag('是否采纳'),
    words: text('答复', 5, 1000),
  }),
)
