import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { TicketAnswer } from './views'

/** A photo of the ticket by the name a view gives it. */
const shownPhoto = v.pipe(v.string('照片格式不对'), v.regex(/^[A-Za-z0-9_.-]{1,120}$/, '照片格式不对'))

/** R-T10: one submission with several matters becomes several tickets under one number with suffixes. */
export const split = contract<TicketAnswer>()(
  'ticket.split',
  v.strictObject({
    ticketId: id(),
    parts: v.pipe(
      v.array(
        v.strictObject({
          words: text('这一件的内容', 10, 2000),
          photos: v.pipe(v.array(shownPhoto, '照片格式不对'), v.maxLength(9, '照片最多 9 张')),
        }),
        '请写明每一件的内容',
      ),
      v.minLength(2, '拆分至少要有两件'),
      v.maxLength(6, '一次最多拆成 6 件'),
    ),
  }),
)
