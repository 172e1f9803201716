import * as v from 'valibot'
import { contract } from '../define'
import { phoneNumber } from '../fields'
import type { BookingView } from './views'

/** R-A3, R-T11: what a caller has booked by this number, newest first, and how often they did not come. */
export const lookUp = contract<{ bookings: BookingView[]; noShows: number }>()(
  'reception.lookUp',
  v.strictObject({ phone: phoneNumber }),
)
