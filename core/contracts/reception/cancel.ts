import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import type { BookingView } from './views'

/** R-A5: cancel until 17:00 the day before. The seat is free again at once. */
export const cancel = contract<{ booking: BookingView }>()(
  'reception.cancel',
  v.strictObject({ bookingId: id('预约') }),
)
