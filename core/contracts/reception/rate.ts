import * as v from 'valibot'
import { SATISFACTIONS, type Satisfaction } from '../../ticket/words'
import { contract } from '../define'
import { choice, id, text } from '../fields'
import type { BookingView } from './views'

const satisfactions = Object.keys(SATISFACTIONS) as [Satisfaction, ...Satisfaction[]]

/** R-A9: the visitor rates the reception, once: whether they were listened to, and the attitude. */
export const rate = contract<{ booking: BookingView }>()(
  'reception.rate',
  v.strictObject({
    bookingId: id('预约'),
    listened: choice('是否认真听', satisfactions),
    attitude: choice('接待态度', satisfactions),
    words: v.optional(text('说明', 0, 500)),
  }),
)
