import * as v from 'valibot'
import { contract } from '../define'
import { id, photos, text } from '../fields'
import { spokenFields } from './spoken-fields'
import type { TicketAnswer } from './views'

/** E2: one appeal against 不予受理 within 5 working days, with words; another operator handles it (R-P7). */
export const appeal = contract<TicketAnswer>()(
  'ticket.appeal',
  v.strictObject({
    ticketId: id(),
    words: text('申诉理由', 5, 1000),
    photos: photos(9),
    ...spokenFields,
  }),
)
