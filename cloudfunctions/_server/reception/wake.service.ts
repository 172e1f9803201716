import { reminded, settledDay, swept, type Booking, type Day } from '@core/reception'
import type { CallContext } from '../runtime/context'
import { settle } from './book.service'
import { finishCancelling } from './cancel.service'
import { followAll } from './follow.service'
import { finishMoving } from './move.service'
import { finishOutcome } from './outcome.service'
import * as repository from './reception.repository'
import { tell } from './steps.service'

const TRIES = 3

/** What time brings to a booking: an intention is finished, a reminder or a notice goes out. May be repeated. */
export async function wakeBooking(ctx: CallContext, booking: Booking): Promise<void> {
  if (booking.outcome?.pending) await finishOutcome(ctx, booking)
  else if (booking.state === 'confirming') await settle(ctx, booking, true)
  else if (booking.state === 'cancelling') await finishCancelling(ctx, booking)
  else if (booking.state === 'moving') await finishMoving(ctx, booking, true)
  else await tell(ctx, booking, reminded(booking, ctx.now))
}

/**
 * What time brings to a day (R-A5, R-A7): run-out offers, the next in line, what nobody closed, and whom to tell are one
 * write; then each booking that was touched follows. May be repeated: what a booking has followed changes nothing the second time.
 */
export async function wakeDay(ctx: CallContext, due: Day): Promise<void> {
  let day: Day | undefined = due
  for (let attempt = 1; day && attempt <= TRIES; attempt++) {
    const next = swept(settledDay(day, ctx.now), ctx.now)
    // Somebody wrote in between: decided anew on what is there now. After that it is due again in a minute.
    if (await repository.commitDay(day, next)) return followAll(ctx, { ...next, version: day.version + 1 })
    day = await repository.loadDay(day._id)
  }
}
