import { AppError } from '@core/errors'
import { unitOf } from '@core/knowledge'
import { badField } from '@core/ticket/decisions/decision'
import {
  copied,
  dayOfPlan,
  emptyMonth,
  lacking,
  monthAfter,
  monthId,
  opened,
  publishedMonth,
  withDay,
  withoutDay,
  type Month,
  type PlannedDay,
} from '@core/reception'
import { currentKnowledge } from '../knowledge'
import type { CallContext, Context, Handler, Input } from '../runtime/context'
import { centreOf, hostsOf } from './hosts.service'
import { monthView } from './months.mapper'
import * as repository from './months.repository'

/** The month as planned; an empty plan of version 0 where nobody has begun. */
export const loadMonth = async (centreId: string, name: string): Promise<Month> =>
  (await repository.loadMonth(monthId(centreId, name))) ?? emptyMonth(centreId, name)

/** R-A1: the month of the operator's centre. */
export const month: Handler<'reception.month'> = async (ctx, input) => ({
  month: await viewOf(ctx, await loadMonth(centreOf(ctx.actor), input.month)),
})

export const planDay: Handler<'reception.planDay'> = async (ctx, input) => {
  const planned = await plannedOf(ctx, input.day)
  return changed(ctx, input, (before) => withDay(before, planned, ctx.now))
}

export const dropDay: Handler<'reception.dropDay'> = (ctx, input) =>
  changed(ctx, input, (before) => withoutDay(before, input.dayId))

export const copyMonth: Handler<'reception.copyMonth'> = async (ctx, input) => {
  const { calendar } = await currentKnowledge()
  const last = await loadMonth(centreOf(ctx.actor), monthAfter(input.month, -1))
  const idOf = (day: PlannedDay) => newDayId(ctx, day.id)
  return changed(ctx, input, (before) => copied(before, last.days, idOf, calendar, ctx.now))
}

export const publishMonth: Handler<'reception.publishMonth'> = async (ctx, input) => {
  const knowledge = await currentKnowledge()
  const hosts = await hostsOf(centreOf(ctx.actor), knowledge)
  return changed(ctx, input, (before) =>
    publishedMonth(before, input.gaps, lacking(before, hosts, knowledge), ctx.actor.id, ctx.now),
  )
}

/**
 * Changes the month that was read, in one conditional write, and makes the days it has published.
 * @throws AppError CONFLICT when somebody else has changed it: nothing of theirs is lost
 */
async function changed(
  ctx: Context,
  { month: name, version }: { month: string; version: number },
  change: (month: Month) => Month,
) {
  const { key, inputHash } = ctx.request
  const found = await loadMonth(centreOf(ctx.actor), name)
  if (isDone(found, ctx)) return { month: await viewOf(ctx, await openDays(found)) }
  if (found.version !== version) throw someoneElse()
  const next = { ...change(found), last: { key, inputHash } }
  let failure: unknown
  const written = await repository.commitMonth(found, next).catch((error: unknown) => {
    failure = error
    return false
  })
  const stored = written ? { ...next, version: found.version + 1 } : await loadMonth(found.centreId, name)
  // An error may hide a write that was made.
  if (!written && !isDone(stored, ctx)) throw failure ?? someoneElse()
  return { month: await viewOf(ctx, await openDays(stored)) }
}

/** @throws AppError REQUEST_REUSED */
function isDone({ last }: Month, { request }: Context): boolean {
  if (last?.key !== request.key) return false
  if (last.inputHash !== request.inputHash) throw new AppError('REQUEST_REUSED')
  return true
}

const someoneElse = () =>
  new AppError('CONFLICT', { reason: '刚才有人改了这个月的安排，您这一步没有保存，请看过最新的再改' })

/** Makes the published days that are not there yet; may be repeated, by a retry and by the clock. */
export async function openDays(month: Month): Promise<Month> {
  const { opening = [], centreId, days } = month
  if (opening.length === 0) return month
  for (const planned of days.filter(({ id }) => opening.includes(id))) {
    await repository.addDay(dayOfPlan(planned, centreId))
  }
  const done = opened(month)
  return (await repository.commitMonth(month, done)) ? { ...done, version: month.version + 1 } : month
}

/** What time brings to a month: days that a call left to be made. */
export const wakeMonth = (_ctx: CallContext, month: Month): Promise<Month> => openDays(month)

const newDayId = ({ request, sha256 }: Context, seed: string): string =>
  sha256(`${request.key}\n${seed}`).slice(0, 24)

/** Fills in who receives, from the list or by name, and refuses units that do not exist. */
async function plannedOf(ctx: Context, day: Input<'reception.planDay'>['day']): Promise<PlannedDay> {
  const knowledge = await currentKnowledge()
  const { id = newDayId(ctx, 'day'), leaderId, host, ...rest } = day
  if (rest.unitIds.some((unitId) => !unitOf(knowledge, unitId)))
    badField('day.unitIds', '没有这个单位，请重新选择')
  if (rest.kind !== 'leader') {
    if (!host) badField('day.host', '请填写接待人')
    const named = ctx.sha256(`host\n${host.name}\n${host.post}`).slice(0, 16)
    return { ...rest, id, leaderId: `host.${named}`, leaderName: host.name, post: host.post }
  }
  const hosts = await hostsOf(centreOf(ctx.actor), knowledge)
  const leader = hosts.find((each) => each.id === leaderId)
  if (!leader) badField('day.leaderId', '请选择接待领导')
  return { ...rest, id, leaderId: leader.id, leaderName: leader.name, post: leader.post }
}

async function viewOf(ctx: CallContext, month: Month) {
  const knowledge = await currentKnowledge()
  const [hosts, days, last] = await Promise.all([
    hostsOf(month.centreId, knowledge),
    month.published ? repository.daysById(month.days.map(({ id }) => id)) : [],
    month.published ? undefined : loadMonth(month.centreId, monthAfter(month.month, -1)),
  ])
  return monthView(month, { days, hosts, lastMonth: last?.days.length ?? 0, knowledge, now: ctx.now })
}
