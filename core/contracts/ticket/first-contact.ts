import * as v from 'valibot'
import { contract } from '../define'
import { choice, id, text } from '../fields'
import type { TicketAnswer } from './views'

/** R-H1: first contact with the reporter, when and how. */
export const firstContact = contract<TicketAnswer>()(
  'ticket.firstContact',
  v.strictObject({
    ticketId: id(),
    how: choice('联系方式', ['phone', 'visit', 'message', 'throughCentre']),
    words: text('联系情况', 2, 500),
  }),
)
