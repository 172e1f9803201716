import * as v from 'valibot'
import { contract } from '../define'
import { id, photos, text } from '../fields'
import type { TicketAnswer } from './views'

/** R-H3: a co-unit reports its own part. */
export const coUnitPart = contract<TicketAnswer>()(
  'ticket.coUnitPart',
  v.strictObject({
    ticketId: id(),
    words: text('办理情况', 5, 1000),
    photos: photos(9),
  }),
)
