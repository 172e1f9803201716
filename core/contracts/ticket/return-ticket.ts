import * as v from 'valibot'
import { contract } from '../define'
import { choice, id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E13: the lead unit returns it (退单) within 1 working day, once a ticket, citing why. */
export const returnTicket = contract<TicketAnswer>()(
  'ticket.returnTicket',
  v.strictObject({
    ticketId: id(),
    ground: choice('退单理由', ['notOurPower', 'wrongPlace']),
    basis: text('依据', 5, 500),
    suggestedUnitId: v.optional(id('建议单位')),
  }),
)
