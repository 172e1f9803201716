import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import type { TicketAnswer } from './views'

/** E29: praise is passed on to those it is for. */
export const passOnPraise = contract<TicketAnswer>()(
  'ticket.passOnPraise',
  v.strictObject({
    ticketId: id(),
    unitId: v.optional(id('单位')),
  }),
)
