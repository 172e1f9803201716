import { AppError, refuse } from '@core/errors'
import {
  calledNext,
  checkedIn,
  closedDay,
  entryOf,
  finished,
  notCome,
  openedDay,
  standing,
  visitorsOf,
  type Booking,
  type Day,
} from '@core/reception'
import { readableMoment } from '@core/ticket/moments'
import { addDays, dayOf, momentOf } from '@core/ticket/workdays'
import type { Context, Handler, Input } from '../runtime/context'
import { atTheDesk, changeDay, readDay, relationToDay } from './desk-day.service'
import { deskDay } from './desk.mapper'
import * as repository from './desk.repository'
import { centreOf } from './hosts.service'
import { loadMonth } from './months.service'
import { loadBooking, loadDay } from './reception.repository'
import { monthAfter, publishBy } from '@core/reception'

/** How far `today` looks ahead, and back for outcomes nobody has written down. */
const AHEAD_DAYS = 8
const BACK_DAYS = 7
const MOST_SHOWN = 20

/** What lies ahead at the desk, and what is still to be written down. */
export const today: Handler<'reception.today'> = async (ctx) => {
  const { actor, now } = ctx
  const day = dayOf(now)
  const [from, to] = [momentOf(addDays(day, -BACK_DAYS), 0), momentOf(addDays(day, AHEAD_DAYS), 0)]
  const isCentre = actor.role === 'operator'
  const days = isCentre
    ? await repository.daysOfCentre(centreOf(actor), from, to)
    : await repository.daysOfHost(actor.id, from, to)
  const shown = days.map(deskDay).filter(({ date, unrecorded }) => date >= day || unrecorded > 0)
  const plan = isCentre ? await planToPublish(centreOf(actor), now) : undefined
  return { days: shown.slice(0, MOST_SHOWN), ...(plan ? { plan } : {}) }
}

/** R-A1: next month, as long as it is not published. */
async function planToPublish(centreId: string, now: Date) {
  const month = monthAfter(dayOf(now).slice(0, 7), 1)
  const state = standing(await loadMonth(centreId, month), now)
  return state === 'published' ? undefined : { month, state, publishBy: publishBy(month).getTime() - 1 }
}

export const desk: Handler<'reception.desk'> = async (ctx, { dayId }) => ({
  desk: await atTheDesk(ctx, await readDay(ctx, dayId)),
})

/** R-A7: finds whose code it is among those of this centre, and gives them a number. */
export const checkIn: Handler<'reception.checkIn'> = async (ctx, { code }) => {
  const { booking, day } = await comeToday(ctx, code)
  const { key } = ctx.request
  const changed = await changeDay(
    ctx,
    day,
    (before) => checkedIn(before, booking._id, key, ctx.now),
    (before) => entryOf(before, booking._id)?.request === key,
  )
  const number = entryOf(changed, booking._id)?.number ?? 0
  return { desk: await atTheDesk(ctx, changed), bookingId: booking._id, number }
}

/** @throws AppError RULE_REFUSED saying what is wrong with the code: unknown, of another day, cancelled */
async function comeToday(ctx: Context, code: string): Promise<{ booking: Booking; day: Day }> {
  const found = code.length === 6 ? await repository.bookingsOfCode(code) : [await loadBooking(code)]
  const theirs: { booking: Booking; day: Day }[] = []
  for (const booking of found) {
    const day = booking && booking.personId !== '' ? await loadDay(booking.dayId) : undefined
    if (booking && day && relationToDay(day, ctx.actor) === 'centre') theirs.push({ booking, day })
  }
  const seated = theirs.filter(({ booking, day }) =>
    visitorsOf(day).some(({ bookingId }) => bookingId === booking._id),
  )
  const now = seated.filter(({ day }) => day.date === dayOf(ctx.now))
  if (now.length > 1) refuse('今天有两位用这个号码，请扫二维码签到')
  if (now[0]) return now[0]
  const other = seated[0]
  if (other) refuse(`这个预约是 ${readableMoment(other.booking.day.from)} 的，不是今天`)
  if (theirs.length > 0) refuse('这个预约没有座位：已取消、未约上或还在排队')
  return refuse('没有这个预约号，请核对后再输')
}

/** R-A7: one step of the day. */
export const deskStep: Handler<'reception.deskStep'> = async (ctx, input) => {
  const { key } = ctx.request
  const changed = await changeDay(
    ctx,
    await readDay(ctx, input.dayId),
    (day) => step(day, input, key, ctx.now),
    (day) => Object.values(day.desk).some(({ request }) => request === key),
  )
  return { desk: await atTheDesk(ctx, changed) }
}

function step(day: Day, { step: what, bookingId }: Input<'reception.deskStep'>, key: string, now: Date): Day {
  if (what === 'open') return openedDay(day, now)
  if (what === 'callNext') return calledNext(day, key, now)
  if (what === 'close') return closedDay(day, key, now)
  if (bookingId === undefined)
    throw new AppError('INVALID_INPUT', { fields: { bookingId: '请指明是哪一位' } })
  return what === 'finish' ? finished(day, bookingId, key, now) : notCome(day, bookingId, key, now)
}
