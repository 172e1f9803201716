import * as v from 'valibot'
import { contract } from '../define'
import { phoneNumber } from '../fields'
import type { BookingView } from './views'

/**
 * R-A3, R-T11: what a caller has booked, newest first: by their number, with what stands for it in WeChat and how often
 * they did not come; or by the code they read out.
 */
export const lookUp = contract<{ bookings: BookingView[]; noShows?: number }>()(
  'reception.lookUp',
  v.strictObject({
    /** One of the two. */
    phone: v.optional(phoneNumber),
    code: v.optional(v.pipe(v.string('请输入预约号'), v.trim(), v.regex(/^\d{6}$/, '预约号是 6 位数字'))),
  }),
)
