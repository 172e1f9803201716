import * as v from 'valibot'
import { contract } from '../define'
import { flag, id, photos, text } from '../fields'
import type { TicketAnswer } from './views'

/** R-H2: a progress note, public to the reporter or internal. */
export const note = contract<TicketAnswer>()(
  'ticket.note',
  v.strictObject({
    ticketId: id(),
    words: text('进展', 2, 1000),
    photos: photos(9),
    open: flag('是否告知反映人'),
  }),
)
