import * as v from 'valibot'
import { contract } from '../define'
import { noticeId } from '../fields'

/** R-N2: a person has a failed message sent once more. `tries`: how often it had been tried when they looked. */
export const resendNotice = contract<{ arrived: boolean; why?: string }>()(
  'people.resendNotice',
  v.strictObject({
    noticeId: noticeId(),
    tries: v.pipe(
      v.number('次数格式不对'),
      v.integer('次数格式不对'),
      v.minValue(0, '次数格式不对'),
      v.maxValue(1000, '次数格式不对'),
    ),
  }),
)
