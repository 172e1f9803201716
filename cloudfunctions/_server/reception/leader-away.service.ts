import { AppError, refuse } from '@core/errors'
import { overlaps, postponed, swapped, type Day, type DayChange } from '@core/reception'
import { addDays, momentOf } from '@core/ticket/workdays'
import { currentKnowledge } from '../knowledge'
import type { Context, Handler } from '../runtime/context'
import { centreOf, hostsOf } from './hosts.service'
import { daysOfHost } from './desk.repository'
import { dayView } from './reception.mapper'
import * as repository from './reception.repository'

const TRIES = 5

type Why = Pick<DayChange, 'key' | 'at' | 'byId' | 'reason'>

/** R-A6: another leader comes, at the same time. Everybody is told by the clock. */
export const swapLeader: Handler<'reception.swapLeader'> = async (ctx, { dayId, leaderId, reason }) => {
  const hosts = await hostsOf(centreOf(ctx.actor), await currentKnowledge())
  const host = hosts.find(({ id }) => id === leaderId)
  if (!host) throw new AppError('INVALID_INPUT', { fields: { leaderId: '没有这位领导' } })
  const leader = { personId: host.id, ...host }
  return change(ctx, dayId, reason, (day, why) => swapped(day, leader, why))
}

/** R-A6: the same leader comes on another date, at the same hours. Everybody is told by the clock. */
export const moveDay: Handler<'reception.moveDay'> = (ctx, { dayId, date, reason }) =>
  change(ctx, dayId, reason, (day, why) => postponed(day, date, why))

/**
 * One write on the day, on the version that was read; a retry finds its change there.
 * @throws AppError NOT_FOUND, RULE_REFUSED with the reason, CONFLICT
 */
async function change(ctx: Context, dayId: string, reason: string, decide: (day: Day, why: Why) => Day) {
  const { request, now, actor } = ctx
  const knowledge = await currentKnowledge()
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const day = await repository.loadDay(dayId)
    if (day?.centreId !== centreOf(actor)) throw new AppError('NOT_FOUND')
    if (day.changes?.some(({ key }) => key === request.key)) return { day: dayView(day, knowledge, now) }
    const next = decide(day, { key: request.key, at: now, byId: actor.id, reason })
    await checkIsFree(next)
    if (await repository.commitDay(day, next).catch(() => false))
      return { day: dayView(next, knowledge, now) }
    await ctx.pause(20 * attempt)
  }
  throw new AppError('CONFLICT')
}

/** A leader cannot be at two receptions at once. */
async function checkIsFree(day: Day): Promise<void> {
  const days = await daysOfHost(day.leaderId, momentOf(day.date, 0), momentOf(addDays(day.date, 1), 0))
  const other = days.find((each) => each.published && overlaps(each, day))
  if (other) refuse(`${day.leaderName}这个时间另有一场接待，请换一位领导或日期`)
}
