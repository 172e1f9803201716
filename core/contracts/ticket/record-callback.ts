import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import { ratingFields } from './rating-fields'
import type { TicketAnswer } from './views'

const joinedTicketId = v.optional(id('并案事项'))

/**
 * R-C1: an operator phones the reporter and records the attempt; an answered call carries the rating (E17/E18).
 * `joinedTicketId`: the call went to the reporter of that ticket, which joined this one (R-T9).
 */
export const recordCallback = contract<TicketAnswer>()(
  'ticket.recordCallback',
  v.variant('outcome', [
    v.strictObject({
      ticketId: id(),
      joinedTicketId,
      outcome: v.literal('noAnswer'),
      words: v.optional(text('备注', 0, 300)),
    }),
    v.strictObject({ ticketId: id(), joinedTicketId, outcome: v.literal('answered'), ...ratingFields }),
  ]),
)
