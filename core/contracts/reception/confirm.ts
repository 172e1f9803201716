import * as v from 'valibot'
import { contract } from '../define'
import { id } from '../fields'
import type { BookingView } from './views'

/** R-A5: takes the seat that is held for two hours. SLOT_TAKEN with the next free slots when the time is over. */
export const confirm = contract<{ booking: BookingView }>()(
  'reception.confirm',
  v.strictObject({ bookingId: id('预约') }),
)
