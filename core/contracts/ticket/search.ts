import * as v from 'valibot'
import { contract } from '../define'
import { text } from '../fields'
import type { TicketCard } from './views'

/**
 * Staff find a ticket by its number or the beginning of one, by the reporter's whole phone number, or by words in what
 * they may read of it. At most 20, newest first.
 */
export const search = contract<{ items: TicketCard[] }>()(
  'ticket.search',
  v.strictObject({ words: text('要找的内容', 2, 40) }),
)
