import * as v from 'valibot'
import { contract } from '../define'
import { wish } from './book'
import type { BookingView } from './views'

/**
 * R-A5: a place in the line for a slot that is full; freed seats are offered in order. Where a seat is free meanwhile and
 * nobody waits for it, it is booked at once.
 */
export const wait = contract<{ booking: BookingView }>()('reception.wait', v.strictObject(wish))
