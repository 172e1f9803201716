import * as v from 'valibot'
import { contract } from '../define'

/** Exchanges WeChat's single-use phone code for the verified number; kept encrypted, answered masked (R-X3). */
export const verifyPhone = contract<{ phone: string }>()(
  'people.verifyPhone',
  v.strictObject({
    code: v.pipe(v.string('缺少验证信息'), v.minLength(1, '缺少验证信息'), v.maxLength(200, '验证信息太长')),
  }),
)
