import * as v from 'valibot'
import { contract } from '../define'
import { id, photos, text } from '../fields'
import type { TicketAnswer } from './views'

/** R-S3: the unit's head answers the supervision order. */
export const answerOrder = contract<TicketAnswer>()(
  'ticket.answerOrder',
  v.strictObject({ ticketId: id(), words: text('答复', 5, 1000), photos: photos() }),
)
