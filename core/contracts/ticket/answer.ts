import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import { ratingFields } from './rating-fields'
import type { TicketAnswer } from './views'

const { words: said, photos: _photos, ...choices } = ratingFields
const answerFields = { ticketId: id(), words: text('答复', 5, 2000) }

/** E3: the centre answers directly (在线办结). `asked`: on a live call the reporter was asked at once (E17, E18), and `said` are their words. */
export const answer = contract<TicketAnswer>()(
  'ticket.answer',
  v.variant('asked', [
    v.strictObject({ ...answerFields, asked: v.literal(true), ...choices, said }),
    v.strictObject({ ...answerFields, asked: v.optional(v.literal(false)) }),
  ]),
)
