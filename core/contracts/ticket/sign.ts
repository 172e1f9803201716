import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import type { TicketAnswer } from './views'

/** E12: the lead unit signs (签收). */
export const sign = contract<TicketAnswer>()(
  'ticket.sign',
  v.strictObject({
    ticketId: id(),
  }),
)
