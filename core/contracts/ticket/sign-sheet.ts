import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import type { TicketAnswer } from './views'

/**
 * R-H7: a major matter for the sheet that its leader signs. It leaves the house on paper, so the audit keeps who asked
 * for it (R-X6). WRONG_STATE where nothing waits for a signature.
 */
export const signSheet = contract<TicketAnswer>()('ticket.signSheet', v.strictObject({ ticketId: id() }))
