import * as v from 'valibot'
import { contract } from '../define'
import { id, photos, text } from '../fields'
import type { TicketAnswer } from './views'

/** E16: approved; the reporter sees the reply. \`overrule\` says why a result caught by R-H5 is let through. */
export const approve = contract<TicketAnswer>()(
  'ticket.approve',
  v.strictObject({
    ticketId: id(),
    overrule: v.optional(text('放行理由', 5, 500)),
    /** R-H7: the signed sheet, where an operator records it for the leader. */
    photos: v.optional(photos(9), []),
  }),
)
