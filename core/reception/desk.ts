import { refuse } from '../errors'
import { dayOf } from '../ticket/workdays'
import type { Day, DeskEntry } from './types'

/**
 * R-A7: what the desk does on a reception day, as pure steps on the day document. Two clerks at once do no harm: each
 * step is stored over the day it was decided on, or decided anew.
 */

/** A visitor who has or had a seat on the day. */
export interface Visitor {
  bookingId: string
  slotId: string
  personId: string
  /** Begin of their slot. */
  from: Date
  entry?: DeskEntry
}

/** All who have a seat, in the order of their slots. */
export function visitorsOf(day: Day): Visitor[] {
  return day.slots.flatMap(({ id: slotId, from }) =>
    Object.values(day.seats[slotId] ?? {})
      .filter(({ state }) => state === 'booked')
      .map(({ bookingId, personId }) => {
        const entry = day.desk[bookingId]
        return { bookingId, slotId, personId, from, ...(entry ? { entry } : {}) }
      }),
  )
}

/** Who is called next: by the time they were promised, then by number. */
export function waitingOf(day: Day): Visitor[] {
  return visitorsOf(day)
    .filter(({ entry }) => entry?.state === 'arrived')
    .sort((a, b) => a.from.getTime() - b.from.getTime() || (a.entry!.number ?? 0) - (b.entry!.number ?? 0))
}

export const servingOf = (day: Day): Visitor | undefined =>
  visitorsOf(day).find(({ entry }) => entry?.state === 'serving')

/** The queue number is given here: the next of the day. */
export function checkedIn(day: Day, bookingId: string, request: string, now: Date): Day {
  mustBeToday(day, now)
  const before = visitorOf(day, bookingId).entry
  if (before?.state === 'arrived') refuse(`这个预约号已经签到，排 ${before.number} 号`)
  if (before?.state === 'serving') refuse('这位来访人正在接待中')
  if (before?.state === 'finished') refuse('这个预约号已经用过，接待已结束')
  if (before?.state === 'noShow') refuse('这个预约已记为未到场，请按现场来访登记')
  if (day.closedAt) refuse('今天这场接待已经结束')
  const number = 1 + Math.max(0, ...Object.values(day.desk).map((entry) => entry.number ?? 0))
  return moved(day, bookingId, { state: 'arrived', number, arrivedAt: now, request }, now)
}

/** R-A2: whoever receives is there: the day counts as held. Again: nothing to do. */
export function openedDay(day: Day, now: Date): Day {
  mustBeToday(day, now)
  if (day.closedAt) refuse('今天这场接待已经结束')
  return day.openedAt ? day : { ...day, openedAt: now }
}

/** The next visitor is called in; one at a time. */
export function calledNext(day: Day, request: string, now: Date): Day {
  mustBeToday(day, now)
  if (!day.openedAt) refuse('请先点“开始接待”')
  const serving = servingOf(day)
  if (serving) refuse(`${serving.entry!.number} 号还在接待，结束后再叫下一位`)
  const next = waitingOf(day)[0]
  if (!next) refuse('现在没有人在等候')
  return moved(day, next.bookingId, { ...next.entry!, state: 'serving', calledAt: now, request }, now)
}

/** Somebody who did not come: their slot is over, or they were called and are not there. */
export function notCome(day: Day, bookingId: string, request: string, now: Date): Day {
  mustBeToday(day, now)
  const visitor = visitorOf(day, bookingId)
  const { entry, slotId } = visitor
  const over = day.slots.find(({ id }) => id === slotId)!.to <= now
  if (entry === undefined && !over) refuse('时段还没过，再等一等')
  if (entry !== undefined && entry.state !== 'serving') refuse('这位来访人已经签到，叫到了不在才记未到场')
  return moved(day, bookingId, { ...entry, state: 'noShow', endedAt: now, request }, now)
}

export function finished(day: Day, bookingId: string, request: string, now: Date): Day {
  const { entry } = visitorOf(day, bookingId)
  if (entry?.state !== 'serving') refuse('这位来访人不在接待中，请刷新后再看')
  return moved(day, bookingId, { ...entry, state: 'finished', endedAt: now, request }, now)
}

/** Nobody waits any more: who has not come is noted so (R-A5). */
export function closedDay(day: Day, request: string, now: Date): Day {
  mustBeToday(day, now)
  if (day.closedAt) return day
  if (servingOf(day) || waitingOf(day).length > 0) refuse('还有人在等候或接待中，办完再结束')
  const absent = visitorsOf(day).filter(({ entry }) => entry === undefined)
  const notYet = absent.find(({ slotId }) => day.slots.find(({ id }) => id === slotId)!.to > now)
  if (notYet) refuse('还有预约的时段没到，到点后再结束')
  const marked = absent.reduce(
    (next, { bookingId }) => moved(next, bookingId, { state: 'noShow', endedAt: now, request }, now),
    day,
  )
  return { ...marked, closedAt: now }
}

/** Where the desk stands with a visitor; undefined before they come. */
export const entryOf = (day: Day, bookingId: string): DeskEntry | undefined =>
  Object.prototype.hasOwnProperty.call(day.desk, bookingId) ? day.desk[bookingId] : undefined

/** Replaces what the desk says of one visitor. */
export const withEntry = (day: Day, bookingId: string, entry: DeskEntry): Day => ({
  ...day,
  desk: { ...day.desk, [bookingId]: entry },
})

/** A visitor is in another state: their booking has to follow. */
const moved = (day: Day, bookingId: string, entry: DeskEntry, now: Date): Day => ({
  ...withEntry(day, bookingId, entry),
  outbox: [...new Set([...day.outbox, bookingId])],
  wakeAt: now,
})

function visitorOf(day: Day, bookingId: string): Visitor {
  const visitor = visitorsOf(day).find((each) => each.bookingId === bookingId)
  if (!visitor) refuse('这位来访人不在这场接待里，请刷新后再看')
  return visitor
}

function mustBeToday({ date }: Day, now: Date): void {
  if (dayOf(now) !== date) refuse('只能办理当天的接待')
}
