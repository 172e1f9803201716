import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** R-D8: a township calls departments to a place; the first named leads there. Each reports in by `ticket.checkIn`. */
export const whistle = contract<TicketAnswer>()(
  'ticket.whistle',
  v.strictObject({
    ticketId: id(),
    unitIds: v.pipe(
      v.array(id('部门')),
      v.minLength(1, '请选择要呼叫的部门'),
      v.maxLength(8, '一次最多呼叫 8 个部门'),
    ),
    place: text('集合地点', 2, 60),
    words: text('吹哨事由', 5, 500),
  }),
)
