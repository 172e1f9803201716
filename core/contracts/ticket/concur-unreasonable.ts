import * as v from 'valibot'
import { contract } from '../define'
import { flag, id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E20, second person: the supervisor concurs (closed), or does not (back to the operator). */
export const concurUnreasonable = contract<TicketAnswer>()(
  'ticket.concurUnreasonable',
  v.strictObject({
    ticketId: id(),
    concur: flag('是否同意'),
    words: v.optional(text('意见', 0, 500)),
  }),
)
