import * as v from 'valibot'
import {
  DISSATISFIED_REASONS,
  SATISFACTIONS,
  SOLVED,
  type DissatisfiedReason,
  type Satisfaction,
  type Solved,
} from '../../ticket/words'
import { choice, photos, text } from '../fields'

const satisfactions = Object.keys(SATISFACTIONS) as [Satisfaction, ...Satisfaction[]]

/** R-C2: was it solved, four choices for the result and for the attitude; dissatisfied needs a reason (checked with the rule). */
export const ratingFields = {
  solved: choice('是否解决', Object.keys(SOLVED) as [Solved, ...Solved[]]),
  result: choice('对办理结果的评价', satisfactions),
  attitude: choice('对服务态度的评价', satisfactions),
  reasons: v.pipe(
    v.array(
      choice(
        '不满意的原因',
        Object.keys(DISSATISFIED_REASONS) as [DissatisfiedReason, ...DissatisfiedReason[]],
      ),
    ),
    v.maxLength(5, '原因最多 5 个'),
  ),
  words: v.optional(text('说明', 0, 500)),
  photos: photos(9),
}
