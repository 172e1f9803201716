import { followed, followedUp, reminded, swept, type Booking, type Day } from '@core/reception'
import { noteAbsence } from '../people'
import type { CallContext } from '../runtime/context'
import { settle } from './book.service'
import { finishCancelling } from './cancel.service'
import { finishMoving } from './move.service'
import * as repository from './reception.repository'
import { tell, tellAtOnce } from './steps.service'

const TRIES = 3

/** What time brings to a booking: an intention is finished, a reminder or a notice goes out. May be repeated. */
export async function wakeBooking(ctx: CallContext, booking: Booking): Promise<void> {
  if (booking.state === 'confirming') await settle(ctx, booking, true)
  else if (booking.state === 'cancelling') await finishCancelling(ctx, booking)
  else if (booking.state === 'moving') await finishMoving(ctx, booking, true)
  else await tell(ctx, booking, reminded(booking, ctx.now))
}

/**
 * What time brings to a day (R-A5): run-out offers, the next in line and whom to tell are one write; then each booking
 * that was touched follows. May be repeated: what a booking has followed changes nothing the second time.
 */
export async function wakeDay(ctx: CallContext, due: Day): Promise<void> {
  let day: Day | undefined = due
  for (let attempt = 1; day && attempt <= TRIES; attempt++) {
    const next = swept(day, ctx.now)
    // Somebody wrote in between: decided anew on what is there now. After that it is due again in a minute.
    if (await repository.commitDay(day, next)) return followAll(ctx, { ...next, version: day.version + 1 })
    day = await repository.loadDay(day._id)
  }
}

async function followAll(ctx: CallContext, day: Day): Promise<void> {
  const done: string[] = []
  for (const id of day.outbox) {
    try {
      if (await follow(ctx, day, id)) done.push(id)
    } catch (error) {
      ctx.log.error(`bookings/${id} could not follow its day`, error)
    }
  }
  if (done.length > 0) await repository.commitDay(day, followedUp(day, done, ctx.now))
}

/** False: it has to follow later. */
async function follow(ctx: CallContext, day: Day, id: string): Promise<boolean> {
  const booking = await repository.loadBooking(id)
  if (!booking) return true
  const next = followed(booking, day, ctx.now)
  if (!next || next === booking) return next === booking
  if (next.state === 'noShow' || booking.state === 'noShow') {
    await noteAbsence(booking.personId, id, next.state === 'noShow')
  }
  if (!(await repository.commitBooking(booking, next))) return false
  await tellAtOnce(ctx, { ...next, version: booking.version + 1 })
  return true
}
