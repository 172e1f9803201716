import { followed, followedUp, type Day } from '@core/reception'
import { noteAbsence } from '../people'
import type { CallContext } from '../runtime/context'
import * as repository from './reception.repository'
import { tellAtOnce } from './steps.service'

/** Takes what has changed on a day to the bookings it touches; what cannot follow now the clock takes later. */
export async function followAll(ctx: CallContext, day: Day): Promise<void> {
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
