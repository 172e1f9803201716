import type { DeskView } from '@core/contracts/reception/desk-views'
import { AppError } from '@core/errors'
import { may, type AnyRelation } from '@core/people/permissions'
import type { Actor } from '@core/people/types'
import type { Day } from '@core/reception'
import type { CallContext, Context } from '../runtime/context'
import { deskView } from './desk.mapper'
import { bookingsOfDay } from './desk.repository'
import { commitDay, loadDay } from './reception.repository'
import { followAll } from './follow.service'

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
    const written = await commitDay(day, next).catch((error: unknown) => {
      failure = error
      return false
    })
    if (written) {
      const stored = { ...next, version: day.version + 1 }
      await followAtOnce(ctx, stored)
      return stored
    }
    await ctx.pause(20 * attempt)
    day = (await loadDay(day._id)) ?? day
  }
  throw failure ?? new AppError('CONFLICT')
}

/** The bookings of those who came on learn of it; should this fail, the clock comes for it in a minute. */
async function followAtOnce(ctx: CallContext, day: Day): Promise<void> {
  if (day.outbox.length === 0) return
  await ctx.asNotices(() =>
    followAll(ctx, day).catch((error: unknown) =>
      ctx.log.error(`the bookings of days/${day._id} could not follow`, error),
    ),
  )
}

/** The day and its visitors as the desk sees them. */
export async function atTheDesk(ctx: CallContext, day: Day): Promise<DeskView> {
  return deskView(day, await bookingsOfDay(day._id), ctx)
}
