import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import type { RoutingView } from './overview'

/** R-D4: from which confidence on matters of a category go out without an operator. */
export const setThreshold = contract<RoutingView>()(
  'routing.setThreshold',
  v.strictObject({
    categoryId: id('类别'),
    /** Absent: an operator looks at every one. */
    threshold: v.optional(
      v.pipe(
        v.number('把握格式不对'),
        v.minValue(0.5, '把握不能低于 50%'),
        v.maxValue(1, '把握不能超过 100%'),
      ),
    ),
  }),
)
