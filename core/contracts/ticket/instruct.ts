import * as v from 'valibot'
import { contract } from '../define'
import { id, moment, photos, text } from '../fields'
import type { TicketAnswer } from './views'

/** E9: the leader’s written instruction; the designated unit cannot return it. */
export const instruct = contract<TicketAnswer>()(
  'ticket.instruct',
  v.strictObject({
    ticketId: id(),
    words: text('批示', 2, 1000),
    leadUnitId: id('主办单位'),
    coUnitIds: v.pipe(v.array(id('协办单位')), v.maxLength(8, '协办单位最多 8 个')),
    deadline: v.optional(moment('办理期限')),
    /** R-H7: the signed sheet, where an operator records it for the leader. */
    photos: v.optional(photos(9), []),
  }),
)
