import * as v from 'valibot'
import { contract } from '../define'
import { id, photos, text } from '../fields'
import { spokenFields } from './spoken-fields'
import type { TicketAnswer } from './views'

/** R-T6: the reporter adds words or photos while the ticket is open. */
export const supplement = contract<TicketAnswer>()(
  'ticket.supplement',
  v.strictObject({
    ticketId: id(),
    words: text('补充内容', 2, 2000),
    photos: photos(9),
    ...spokenFields,
  }),
)
