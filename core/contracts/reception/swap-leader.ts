import * as v from 'valibot'
import { contract } from '../define'
import { id, text } from '../fields'
import type { DayView } from './views'

/** R-A6: another leader receives, at the same time. Everybody booked is told, keeps their place and may choose again. */
export const swapLeader = contract<{ day: DayView }>()(
  'reception.swapLeader',
  v.strictObject({ dayId: id('接待日'), leaderId: id('领导'), reason: text('原因', 2, 100) }),
)
