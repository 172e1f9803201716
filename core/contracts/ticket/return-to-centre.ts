import * as v from 'valibot'
import { contract } from '../define'
import { id, photos, text } from '../fields'
import type { TicketAnswer } from './views'

/** E10: the leader sends it back to the centre with words. */
export const returnToCentre = contract<TicketAnswer>()(
  'ticket.returnToCentre',
  v.strictObject({
    ticketId: id(),
    words: text('意见', 2, 500),
    /** R-H7: the signed sheet, where an operator records it for the leader. */
    photos: v.optional(photos(9), []),
  }),
)
