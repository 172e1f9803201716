import * as v from 'valibot'
import { contract } from '../define'
import { HANDLING_CLASSES, KINDS, type HandlingClass, type Kind } from '../../ticket/words'
import { choice, id, moment, text } from '../fields'
import type { TicketAnswer } from './views'

/** E11: lead unit, co-units, handling class, deadline. */
export const dispatch = contract<TicketAnswer>()(
  'ticket.dispatch',
  v.strictObject({
    ticketId: id(),
    kind: choice('诉求类型', Object.keys(KINDS) as [Kind, ...Kind[]]),
    categoryId: id('类别'),
    leadUnitId: id('主办单位'),
    coUnitIds: v.pipe(v.array(id('协办单位')), v.maxLength(8, '协办单位最多 8 个')),
    handlingClass: choice('办理方式', Object.keys(HANDLING_CLASSES) as [HandlingClass, ...HandlingClass[]]),
    /** Only for `fixed`; otherwise the class decides (R-L1). */
    deadline: v.optional(moment('办理期限')),
    /** What the unit reads instead of the reporter’s words; required for confidential tickets and reports (R-P5). */
    summary: v.optional(text('转办摘要', 5, 1000)),
    words: v.optional(text('交办意见', 0, 500)),
    /** How many events its reader had looked at; what has happened since has to be read before it is dispatched. */
    seen: v.optional(
      v.pipe(v.number('序号格式不对'), v.integer('序号格式不对'), v.minValue(1), v.maxValue(10_000)),
    ),
  }),
)
