import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { DayView } from './views'

/** R-A6: the same hours on another date. Everybody booked is told, keeps their place and may choose again. */
export const moveDay = contract<{ day: DayView }>()(
  'reception.moveDay',
  v.strictObject({
    dayId: id('接待日'),
    date: v.pipe(
      v.string('请选日期'),
      v.regex(/^\d{4}-\d{2}-\d{2}$/, '日期格式不对'),
      v.check((date) => !Number.isNaN(Date.parse(date)), '没有这一天'),
    ),
    reason: text('原因', 2, 100),
  }),
)
