import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import type { TicketAnswer } from './views'

/** One ticket as this reader may see it; the same NOT_FOUND for what is absent and what is not theirs (R-P6). */
export const get = contract<TicketAnswer>()('ticket.get', v.strictObject({ ticketId: id() }))
