import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import type { BookingView } from './views'

/** R-A5: to another slot of the same kind, until the cut-off. Where that is taken the old seat stays (SLOT_TAKEN). */
export const move = contract<{ booking: BookingView }>()(
  'reception.move',
  v.strictObject({ bookingId: id('预约'), dayId: id('接待日'), slotId: id('时段') }),
)
