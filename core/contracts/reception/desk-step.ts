import * as v from 'valibot'
import { contract } from '../define'
import { choice, id } from '../fields'
import type { DeskView } from './desk-views'

export const DESK_STEPS = ['open', 'callNext', 'finish', 'noShow', 'close'] as const

/** R-A7: whoever receives has come · the next visitor is called · theirs is over · they did not come · the day is over. */
export const deskStep = contract<{ desk: DeskView }>()(
  'reception.deskStep',
  v.strictObject({
    dayId: id('接待日'),
    step: choice('步骤', DESK_STEPS),
    /** Of `finish` and `noShow`. */
    bookingId: v.optional(id('预约')),
  }),
)
