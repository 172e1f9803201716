import type { DeskView } from '@core/contracts/reception/desk-views'
import { AppError } from '@core/errors'
import { may, type AnyRelation } from '@core/people/permissions'
import type { Actor } from '@core/people/types'
import { entryOf, followed, visitorsOf, type Booking, type Day } from '@core/reception'
import type { CallContext, Context } from '../runtime/context'
import { deskView } from './desk.mapper'
import * as desk from './desk.repository'
import { loadDay } from './reception.repository'
import { save, tellAtOnce } from './steps.service'

/** Times a step is decided anew when others wrote in between. */
const TRIES = 5

/** What somebody is to a reception day: of its centre, or the one who holds it. */
export function relationToDay(day: Pick<Day, 'centreId' | 'leaderId'>, actor: Actor): AnyRelation {
  if (actor.role === 'operator' && actor.unitId === day.centreId) return 'centre'
  return day.leaderId === actor.id ? 'host' : 'none'
}

/** The day, if this person may do the action of this call on it. @throws AppError NOT_FOUND (R-P6) */
export async function readDay({ actor, request }: Context, dayId: string): Promise<Day> {
  const day = await loadDay(dayId)
  if (!day || !may(request.action, actor.role, relationToDay(day, actor))) throw new AppError('NOT_FOUND')
  return day
}

/**
 * Takes a step on the day: decide on what was read, one conditional write, anew after a collision. An error may hide
 * the write; then the day says so.
 * @param isDone whether this very step has been taken already
 * @throws AppError what `decide` refuses, CONFLICT
 */
export async function changeDay(
  ctx: CallContext,
  found: Day,
  decide: (day: Day) => Day,
  isDone: (day: Day) => boolean,
): Promise<Day> {
  let day = found
  let failure: unknown
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    if (isDone(day)) return day
    const next = decide(day)
    if (next === day) return day
    const written = await desk.commitDay(day, next).catch((error: unknown) => {
      failure = error
      return false
    })
    if (written) return { ...next, version: day.version + 1 }
    await ctx.pause(20 * attempt)
    day = (await loadDay(day._id)) ?? day
  }
  throw failure ?? new AppError('CONFLICT')
}

/**
 * The day and its visitors as the desk sees them. Bookings that lag behind the desk (a call died on the way) are
 * brought up to it here, so that a visitor's page soon says what the desk says.
 */
export async function atTheDesk(ctx: CallContext, day: Day): Promise<DeskView> {
  const bookings = await desk.bookingsOfDay(day._id)
  const current = await Promise.all(bookings.map((booking) => following(ctx, day, booking)))
  return deskView(day, current, ctx)
}

async function following(ctx: CallContext, day: Day, booking: Booking): Promise<Booking> {
  const entry = entryOf(day, booking._id)
  if (!entry || booking.state === entry.state || booking.dayId !== day._id) return booking
  const seated = visitorsOf(day).some(({ bookingId }) => bookingId === booking._id)
  if (!seated) return booking
  return tellAtOnce(ctx, await save(booking, followed(booking, entry, ctx.now)))
}
