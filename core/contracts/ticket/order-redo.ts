import * as v from 'valibot'
import { contract } from '../define'
import { id, moment, text } from '../fields'
import type { TicketAnswer } from './views'

/** E22 (E24 where no unit was ever dispatched): the supervisor orders a redo of a vague, perfunctory or untrue result. */
export const orderRedo = contract<TicketAnswer>()(
  'ticket.orderRedo',
  v.strictObject({
    ticketId: id(),
    words: text('重办要求', 5, 1000),
    deadline: v.optional(moment('办理期限')),
  }),
)
