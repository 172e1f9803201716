import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import { ratingFields } from './rating-fields'
import type { TicketAnswer } from './views'

/** E17/E18 by the reporter: once a round, only the reporter (R-C3). */
export const rate = contract<TicketAnswer>()(
  'ticket.rate',
  v.strictObject({ ticketId: id(), ...ratingFields }),
)
