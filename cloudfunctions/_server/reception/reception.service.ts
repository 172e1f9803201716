import { reminded, type Booking } from '@core/reception'
import { dayOf, momentOf } from '@core/ticket/workdays'
import { currentKnowledge } from '../knowledge'
import type { CallContext, Handler } from '../runtime/context'
import { firstWithin } from '../runtime/fit'
import { settle } from './book.service'
import { finishCancelling } from './cancel.service'
import { finishOutcome } from './outcome.service'
import { bookingView, dayView } from './reception.mapper'
import * as repository from './reception.repository'
import { tell } from './steps.service'

/** Bookings a person sees: years of them. */
const MOST_SHOWN = 50
/** The soonest days that one reply can carry: more than a month of a county's leaders. */
const SCHEDULE_BYTES = 56 * 1024

/** The person's own bookings, newest first. */
export const mine: Handler<'reception.mine'> = async ({ actor, now }) => {
  const bookings = await repository.bookingsOf(actor.id, MOST_SHOWN)
  return { bookings: bookings.map((booking) => bookingView(booking, now)) }
}

/** R-A2, R-G1: the published reception days from today on, without login. */
export const schedule: Handler<'open.schedule', CallContext> = async ({ now }) => {
  const knowledge = await currentKnowledge()
  const days = await repository.daysFrom(momentOf(dayOf(now), 0))
  return {
    days: firstWithin(
      days.map((day) => dayView(day, knowledge, now)),
      SCHEDULE_BYTES,
    ),
  }
}

/** What time brings to a booking: an intention is finished, a reminder or a notice goes out. May be repeated. */
export async function wakeBooking(ctx: CallContext, booking: Booking): Promise<void> {
  if (booking.outcome?.pending) await finishOutcome(ctx, booking)
  else if (booking.state === 'confirming') await settle(ctx, booking, true)
  else if (booking.state === 'cancelling') await finishCancelling(ctx, booking)
  else await tell(ctx, booking, reminded(booking, ctx.now))
}
