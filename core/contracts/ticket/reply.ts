import * as v from 'valibot'
import { contract } from '../define'
import { id, photos, text } from '../fields'
import { spokenFields } from './spoken-fields'
import type { TicketAnswer } from './views'

/** E7 back: the reporter answers the question of the centre (R-T7). */
export const reply = contract<TicketAnswer>()(
  'ticket.reply',
  v.strictObject({
    ticketId: id(),
    words: text('回复', 1, 2000),
    photos: photos(9),
    ...spokenFields,
  }),
)
