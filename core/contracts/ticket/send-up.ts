import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** Section 1: a township's centre gives its ticket to the county's, or the county's takes it over. */
export const sendUp = contract<TicketAnswer>()(
  'ticket.sendUp',
  v.strictObject({ ticketId: id(), words: text('原因', 2, 300) }),
)
