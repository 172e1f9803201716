import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E10: the leader sends it back to the centre with words. */
export const returnToCentre = contract<TicketAnswer>()(
  'ticket.returnToCentre',
  v.strictObject({
    ticketId: id(),
    words: text('意见', 2, 500),
  }),
)
