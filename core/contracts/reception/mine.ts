import * as v from 'valibot'
import { contract } from '../define'
import type { BookingView } from './views'

/** The person's own bookings, newest first. */
export const mine = contract<{ bookings: BookingView[] }>()('reception.mine', v.strictObject({}))
