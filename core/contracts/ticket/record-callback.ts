import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import { ratingFields } from './rating-fields'
import type { TicketAnswer } from './views'

/** R-C1: an operator phones the reporter and records the attempt; an answered call carries the rating (E17/E18). */
export const recordCallback = contract<TicketAnswer>()(
  'ticket.recordCallback',
  v.variant('outcome', [
    v.strictObject({
      ticketId: id(),
      outcome: v.literal('noAnswer'),
      words: v.optional(text('备注', 0, 300)),
    }),
    v.strictObject({ ticketId: id(), outcome: v.literal('answered'), ...ratingFields }),
  ]),
)
