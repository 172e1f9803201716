import * as v from 'valibot'
import { contract } from '../define'
import { id, photos, text } from '../fields'
import type { TicketAnswer } from './views'

/** Channel `superior`: the reply went up to whoever gave the matter; what was sent and how, with a photo of the letter. */
export const replyUpward = contract<TicketAnswer>()(
  'ticket.replyUpward',
  v.strictObject({
    ticketId: id(),
    words: text('回复情况', 5, 1000),
    photos: photos(9),
  }),
)
