import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E6 / R-T9: a duplicate joins a main ticket. */
export const merge = contract<TicketAnswer>()(
  'ticket.merge',
  v.strictObject({
    ticketId: id(),
    mainTicketId: id('主件编号'),
    words: v.optional(text('并案说明', 0, 300)),
  }),
)
