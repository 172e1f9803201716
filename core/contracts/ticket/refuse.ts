import * as v from 'valibot'
import { contract } from '../define'
import { REFUSAL_REASONS, type RefusalReason } from '../../ticket/words'
import { choice, id, text } from '../fields'
import type { TicketAnswer } from './views'

/** E1: not accepted, with the reason and where to go instead. */
export const refuse = contract<TicketAnswer>()(
  'ticket.refuse',
  v.strictObject({
    ticketId: id(),
    reason: choice('不予受理的原因', Object.keys(REFUSAL_REASONS) as [RefusalReason, ...RefusalReason[]]),
    goTo: text('可以去哪里办', 2, 200),
  }),
)
