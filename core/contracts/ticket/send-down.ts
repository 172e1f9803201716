import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** Section 1: the county's centre gives a ticket to a township's own. */
export const sendDown = contract<TicketAnswer>()(
  'ticket.sendDown',
  v.strictObject({ ticketId: id(), unitId: id('乡镇'), words: v.optional(text('交办意见', 0, 300)) }),
)
