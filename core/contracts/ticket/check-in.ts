import * as v from 'valibot'
import { contract } from '../define'
import { id, photos, point, text } from '../fields'
import type { TicketAnswer } from './views'

/** R-H1, R-D7: somebody of a unit is on the spot. At least one photo, which the rule asks for. */
export const checkIn = contract<TicketAnswer>()(
  'ticket.checkIn',
  v.strictObject({
    ticketId: id(),
    point,
    photos: photos(9),
    words: v.optional(text('现场情况', 0, 500)),
  }),
)
