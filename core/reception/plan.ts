import { AppError, refuse } from '../errors'
import { addDays, momentOf } from '../ticket/workdays'
import type { Day, DayChange } from './types'

/**
 * R-A6: the leader cannot come. Who is to come instead, or when, is one write on the day; everybody who has a seat or
 * waits for one keeps it, is told, and may choose again until it begins.
 */

/** R-A5: people may book, change and cancel until this hour of the day before. */
const CUT_OFF_HOUR = 17

export const cutOffOf = (date: string): Date => momentOf(addDays(date, -1), CUT_OFF_HOUR)

/** Who changed the plan, why, and the request that did: its retry finds it. */
type Why = Pick<DayChange, 'key' | 'at' | 'byId' | 'reason'>

interface Leader {
  personId: string
  name: string
  post: string
  unitIds: string[]
}

/** @throws AppError RULE_REFUSED when the day is over or it is the same leader; NOT_FOUND for a draft */
export function swapped(day: Day, leader: Leader, why: Why): Day {
  checkIsAhead(day, why.at)
  if (leader.personId === day.leaderId) refuse('接待的就是这位领导，请另选一位')
  const { leaderId, leaderName, post } = day
  const plan = {
    leaderId: leader.personId,
    leaderName: leader.name,
    post: leader.post,
    unitIds: leader.unitIds,
  }
  return told({ ...day, ...plan }, { ...why, what: 'swapped', leaderId, leaderName, post })
}

/**
 * The same hours on another date.
 * @throws AppError RULE_REFUSED when it has begun, the date is the same or too near; NOT_FOUND for a draft
 */
export function postponed(day: Day, date: string, why: Why): Day {
  const from = checkIsAhead(day, why.at)
  if (from <= why.at) refuse('这一天的接待已经开始，不能再改日期')
  if (date === day.date) refuse('还是同一天，请另选日期')
  const cutOff = cutOffOf(date)
  if (cutOff <= why.at) refuse('日期太近，群众来不及改期，请选后天或更晚的日期')
  const by = momentOf(date, 0).getTime() - momentOf(day.date, 0).getTime()
  const later = (moment: Date) => new Date(moment.getTime() + by)
  const slots = day.slots.map((slot) => ({ ...slot, from: later(slot.from), to: later(slot.to) }))
  const sortKey = `${String(slots[0]!.from.getTime()).padStart(13, '0')}-${day._id}`
  return told({ ...day, date, cutOff, slots, sortKey }, { ...why, what: 'moved', date: day.date, from })
}

/** The moment at which it begins. */
function checkIsAhead({ published, slots }: Day, now: Date): Date {
  if (!published) throw new AppError('NOT_FOUND')
  const last = slots[slots.length - 1]
  if (!last || last.to <= now) refuse('这一天的接待已经结束')
  return slots[0]!.from
}

/** Everybody with a seat or in line has to be told. */
function told(day: Day, change: DayChange): Day {
  const seats = Object.values(day.seats).flatMap((ofSlot) => Object.values(ofSlot))
  const touched = seats.filter(({ state }) => state !== 'void').map(({ bookingId }) => bookingId)
  return {
    ...day,
    changes: [...(day.changes ?? []), change],
    outbox: [...new Set([...day.outbox, ...touched])],
    wakeAt: change.at,
  }
}

type Timed = Pick<Day, '_id' | 'slots'>

/** Whether two days are at the same time: one leader cannot hold both. */
export function overlaps(a: Timed, b: Timed): boolean {
  const begins = (day: Timed) => day.slots[0]!.from
  const ends = (day: Timed) => day.slots[day.slots.length - 1]!.to
  return a._id !== b._id && begins(a) < ends(b) && begins(b) < ends(a)
}
