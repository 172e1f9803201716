import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E20, first person: the operator judges the demand unreasonable and explains it to the reporter. */
export const proposeUnreasonable = contract<TicketAnswer>()(
  'ticket.proposeUnreasonable',
  v.strictObject({
    ticketId: id(),
    words: text('说明', 10, 1000),
  }),
)
