import * as v from 'valibot'
import { ORDER_GRADES, type OrderGrade } from '../../ticket/words'
import { contract } from '../define'
import { choice, id, moment, text } from '../fields'
import type { TicketAnswer } from './views'

/** R-S3: the supervisor issues the draft, an order without one, or a higher grade of the one in force. */
export const issueOrder = contract<TicketAnswer>()(
  'ticket.issueOrder',
  v.strictObject({
    ticketId: id(),
    grade: v.pipe(
      choice('级别', Object.keys(ORDER_GRADES) as [string, ...string[]]),
      v.transform((grade) => Number(grade) as OrderGrade),
    ),
    words: text('督查令', 5, 1000),
    until: moment('答复期限'),
  }),
)
