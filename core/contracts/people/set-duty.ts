import * as v from 'valibot'
import { MOST_ON_DUTY, SHIFTS, type Shift } from '../../people/roster'
import { contract } from '../define'
import { choice, id } from '../fields'
import type { RosterView } from './roster'

/** R-H6: the head (or an admin) says who is on duty; nobody: the head is. */
export const setDuty = contract<RosterView>()(
  'people.setDuty',
  v.strictObject({
    unitId: id('单位'),
    day: v.pipe(v.string('请选日期'), v.regex(/^\d{4}-\d{2}-\d{2}$/, '日期格式不对')),
    shift: choice('班次', Object.keys(SHIFTS) as [Shift, ...Shift[]]),
    personIds: v.pipe(
      v.array(id('值班人员'), '请选值班人员'),
      v.maxLength(MOST_ON_DUTY, `一班最多 ${MOST_ON_DUTY} 人`),
    ),
  }),
)
