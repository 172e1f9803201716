import * as v from 'valibot'
import { contract } from '../define'
import { ticketNumber } from '../fields'
import type { TicketAnswer } from './views'

/** R-T11: a matter entered by phone or at the desk becomes theirs who has the same number, verified by WeChat. */
export const claim = contract<TicketAnswer>()('ticket.claim', v.strictObject({ number: ticketNumber }))
