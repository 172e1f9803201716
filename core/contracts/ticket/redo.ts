import * as v from 'valibot'
import { contract } from '../define'
import { DISSATISFIED_REASONS, type DissatisfiedReason } from '../../ticket/words'
import { choice, id, moment, text } from '../fields'
import type { TicketAnswer } from './views'

/** E19 (E24 where no unit was ever dispatched): the complaint is reasonable; the same unit does it again, next round. */
export const redo = contract<TicketAnswer>()(
  'ticket.redo',
  v.strictObject({
    ticketId: id(),
    words: text('重办要求', 5, 1000),
    cause: choice(
      '不满意的主要原因',
      Object.keys(DISSATISFIED_REASONS) as [DissatisfiedReason, ...DissatisfiedReason[]],
    ),
    deadline: v.optional(moment('办理期限')),
    /** R-C4: after the third 不满意 a redo needs the meeting that decided it. */
    meeting: v.optional(text('会议名称', 2, 60)),
  }),
)
