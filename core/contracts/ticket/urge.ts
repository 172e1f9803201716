import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import { spokenFields } from './spoken-fields'
import type { TicketAnswer } from './views'

/** R-T6: at most once a day; the unit head is told. */
export const urge = contract<TicketAnswer>()(
  'ticket.urge',
  v.strictObject({
    ticketId: id(),
    ...spokenFields,
  }),
)
