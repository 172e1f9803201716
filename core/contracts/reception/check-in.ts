import * as v from 'valibot'
import { contract } from '../define'
import type { DeskView } from './desk-views'

/** R-A7: somebody has come: the six digits they say, or what their QR code holds. Gives them a queue number. */
export const checkIn = contract<{ desk: DeskView; bookingId: string; number: number }>()(
  'reception.checkIn',
  v.strictObject({
    code: v.pipe(v.string('请输入预约号'), v.trim(), v.regex(/^(\d{6}|[0-9a-f]{32})$/, '预约号是 6 位数字')),
  }),
)
