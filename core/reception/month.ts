import { refuse } from '../errors'
import type { Knowledge } from '../knowledge/types'
import { badField } from '../ticket/decisions/decision'
import { addDays, dayOf, isWorkday, momentOf } from '../ticket/workdays'
import { cutOffOf } from './plan'
import { settlesAt } from './settling'
import type { Day } from './types'
import type { ReceptionKind } from './words'

/**
 * R-A1: `months/<centre>.<YYYY-MM>`: what a centre plans for a month. The plan is the operators' until it is published;
 * from then on the days themselves (`days/<id>`) are the truth, and the plan only says what was promised.
 */
export interface Month {
  _id: string
  version: number
  /** The county's centre, or the township whose days these are (R-A10). */
  centreId: string
  /** YYYY-MM */
  month: string
  days: PlannedDay[]
  published?: { at: Date; byId: string; gaps: Gap[] }
  /** The request that changed it last, so that its retry gets the same answer. */
  last?: { key: string; inputHash: string }
  /** Published days that are still to be made; the clock makes what a call left. */
  opening?: string[]
  wakeAt?: Date
  failures?: number
  stuckAt?: Date
}

/** One reception of somebody, as planned. Moments are wall-clock times of Asia/Shanghai. */
export interface PlannedDay {
  id: string
  kind: ReceptionKind
  leaderId: string
  leaderName: string
  post: string
  unitIds: string[]
  /** YYYY-MM-DD */
  date: string
  place: string
  /** HH:MM */
  from: string
  to: string
  slotMinutes: number
  /** Seats per slot. */
  seats: number
  topics: string[]
}

/** Somebody who has no day in the month, or a day on which nobody is on duty, and why (R-A1, R-A10). */
export interface Gap {
  /** A leader's id, or a date. */
  of: string
  reason: string
}

/** Who may be planned for a centre's receptions by leaders. */
export interface Host {
  id: string
  name: string
  post: string
  unitIds: string[]
}

/** More receptions than a county and its mediators hold in a month. */
export const MOST_PLANNED = 120
const MOST_SLOTS = 24

export const monthId = (centreId: string, month: string): string => `${centreId}.${month}`

export const emptyMonth = (centreId: string, month: string): Month => ({
  _id: monthId(centreId, month),
  version: 0,
  centreId,
  month,
  days: [],
})

/** The month `step` months after this one. */
export function monthAfter(month: string, step: number): string {
  const [year, index] = month.split('-').map(Number) as [number, number]
  return new Date(Date.UTC(year, index - 1 + step, 1)).toISOString().slice(0, 7)
}

/** All days of a month, YYYY-MM-DD. */
export function datesOf(month: string): string[] {
  const next = `${monthAfter(month, 1)}-01`
  const dates: string[] = []
  for (let date = `${month}-01`; date < next; date = addDays(date, 1)) dates.push(date)
  return dates
}

/** R-A1: by when a month must be published: the end of the 25th before. */
export const publishBy = (month: string): Date => momentOf(`${monthAfter(month, -1)}-26`, 0)

/**
 * R-A1: where a month stands. `due`: time to publish it; `late`: the 25th is over and it is still a plan.
 */
export function standing(month: Month, now: Date): 'published' | 'late' | 'due' | 'early' {
  if (month.published) return 'published'
  if (publishBy(month.month) <= now) return 'late'
  return monthAfter(dayOf(now).slice(0, 7), 1) === month.month ? 'due' : 'early'
}

/**
 * Puts a day into the plan, or another in its place. After publication days may be added and are published at once,
 * but those that people have been told of change only by R-A6.
 * @throws AppError INVALID_INPUT naming the field, RULE_REFUSED
 */
export function withDay(month: Month, planned: PlannedDay, now: Date): Month {
  const before = month.days.find(({ id }) => id === planned.id)
  if (before && month.published) refuse('已公布的接待日只能换人或改期')
  if (!datesOf(month.month).includes(planned.date)) badField('day.date', '日期不在这个月')
  if (momentOf(planned.date, 0) <= now) badField('day.date', '请选明天以后的日期')
  if (slotsOf(planned).length === 0) badField('day.to', '结束时间要在开始之后，至少够一个时段')
  if (slotsOf(planned).length > MOST_SLOTS)
    badField('day.slotMinutes', `时段太多了，一天最多 ${MOST_SLOTS} 个`)
  const others = month.days.filter(({ id }) => id !== planned.id)
  const clash = others.find((other) => isSameTime(other, planned))
  if (clash) badField('day.from', `${clash.leaderName}这一天 ${clash.from}–${clash.to} 已经有安排`)
  if (others.length >= MOST_PLANNED) refuse(`一个月最多安排 ${MOST_PLANNED} 场接待`)
  const next = { ...month, days: sorted([...others, planned]) }
  return month.published ? opening(next, [planned.id], now) : next
}

/** These days are to be made now. */
const opening = (month: Month, ids: readonly string[], now: Date): Month => ({
  ...month,
  opening: [...(month.opening ?? []), ...ids],
  wakeAt: now,
})

/** All published days have been made. */
export function opened(month: Month): Month {
  const { opening: _made, wakeAt: _woken, failures: _failures, ...rest } = month
  return rest
}

const isSameTime = (a: PlannedDay, b: PlannedDay): boolean =>
  a.leaderId === b.leaderId && a.date === b.date && a.from < b.to && b.from < a.to

/** Takes a day out of a plan that nobody has been told of. */
export function withoutDay(month: Month, dayId: string): Month {
  if (month.published) refuse('已公布的接待日只能换人或改期')
  if (!month.days.some(({ id }) => id === dayId)) refuse('这一场已经不在安排里，请刷新后再看')
  return { ...month, days: month.days.filter(({ id }) => id !== dayId) }
}

/**
 * Last month's days once more: each on the same weekday of the same week, on the next working day where that one is
 * free. Who has a day in the plan already keeps it.
 * @param idOf names the copy of a day
 */
export function copied(
  month: Month,
  last: readonly PlannedDay[],
  idOf: (day: PlannedDay) => string,
  calendar: Knowledge['calendar'],
  now: Date,
): Month {
  if (month.published) refuse('这个月已经公布')
  if (last.length === 0) refuse('上个月没有接待安排可以照搬')
  const dates = datesOf(month.month).filter((date) => isWorkday(date, calendar) && momentOf(date, 0) > now)
  const planned = month.days.map(({ leaderId, kind }) => `${leaderId} ${kind}`)
  const copies = last
    .filter(({ leaderId, kind }) => !planned.includes(`${leaderId} ${kind}`))
    .flatMap((day) => {
      const wanted = sameWeekday(day.date, month.month)
      const date = dates.find((each) => each >= wanted) ?? dates[dates.length - 1]
      return date === undefined ? [] : [{ ...day, id: idOf(day), date }]
    })
  if (copies.length === 0) refuse('上个月的接待人这个月都已安排')
  return copies
    .filter((copy, index) => !copies.slice(0, index).some((other) => isSameTime(other, copy)))
    .reduce<Month>((next, copy) => withDay(next, copy, now), month)
}

/** The same weekday of the same week of another month, its first Monday for a first Monday. */
function sameWeekday(date: string, month: string): string {
  const weekday = (day: string) => new Date(`${day}T00:00:00Z`).getUTCDay()
  const nth = Math.floor((Number(date.slice(8)) - 1) / 7)
  const alike = datesOf(month).filter((each) => weekday(each) === weekday(date))
  return alike[Math.min(nth, alike.length - 1)]!
}

/**
 * What a month lacks: of the county, leaders without a day; of a township, working days without a leader on duty.
 * @returns ids of leaders, or dates
 */
export function lacking(month: Month, hosts: readonly Host[], knowledge: Knowledge): string[] {
  const received = month.days.filter(({ kind }) => kind === 'leader')
  if (month.centreId === knowledge.county.centreUnitId) {
    return hosts.map(({ id }) => id).filter((id) => !received.some(({ leaderId }) => leaderId === id))
  }
  return datesOf(month.month).filter(
    (date) => isWorkday(date, knowledge.calendar) && !received.some((day) => day.date === date),
  )
}

/**
 * R-A1: a month with a gap is not published unless the reason is published with it.
 * @throws AppError INVALID_INPUT naming the gap, RULE_REFUSED
 */
export function publishedMonth(
  month: Month,
  gaps: readonly Gap[],
  missing: readonly string[],
  byId: string,
  now: Date,
): Month {
  if (month.published) refuse('这个月已经公布')
  if (month.days.length === 0) refuse('还没有安排接待日')
  const past = month.days.find(({ date }) => momentOf(date, 0) <= now)
  if (past) refuse(`${past.leaderName} ${past.date} 的接待日已经过了，请先改日期`)
  const without = missing.filter((of) => !gaps.some((gap) => gap.of === of))
  if (without.length > 0) {
    badField('gaps', `还有 ${without.length} 处空缺，请安排，或写明原因一起公布`)
  }
  const published = { at: now, byId, gaps: gaps.filter(({ of }) => missing.includes(of)) }
  return opening(
    { ...month, published },
    month.days.map(({ id }) => id),
    now,
  )
}

interface SlotTimes {
  from: Date
  to: Date
}

/** The slots of a planned day: as many whole ones as fit. */
export function slotsOf({ date, from, to, slotMinutes }: PlannedDay): SlotTimes[] {
  const [start, end, step] = [momentAt(date, from), momentAt(date, to), slotMinutes * 60_000]
  const count = Math.max(0, Math.floor((end - start) / step))
  return Array.from({ length: count }, (_, index) => ({
    from: new Date(start + index * step),
    to: new Date(start + (index + 1) * step),
  }))
}

function momentAt(date: string, time: string): number {
  const [hours, minutes] = time.split(':').map(Number) as [number, number]
  return momentOf(date, hours).getTime() + minutes * 60_000
}

/** The published day that a planned one becomes, with every seat free. */
export function dayOfPlan(planned: PlannedDay, centreId: string): Day {
  const { id, kind, leaderId, leaderName, post, unitIds, date, place, topics, seats } = planned
  const slots = slotsOf(planned).map((times, index) => ({ id: `s${index + 1}`, ...times, capacity: seats }))
  const perSlot = <T>(value: () => T) => Object.fromEntries(slots.map((slot) => [slot.id, value()]))
  return {
    _id: id,
    version: 1,
    sortKey: `${String(slots[0]!.from.getTime()).padStart(13, '0')}-${id}`,
    centreId,
    kind,
    leaderId,
    leaderName,
    post,
    unitIds,
    date,
    place,
    topics,
    published: true,
    cutOff: cutOffOf(date),
    slots,
    free: perSlot(() => seats),
    seats: perSlot(() => ({})),
    waiting: perSlot(() => []),
    outbox: [],
    desk: {},
    wakeAt: settlesAt(date),
  }
}

const sorted = (days: PlannedDay[]): PlannedDay[] => days.sort((a, b) => (orderOf(a) < orderOf(b) ? -1 : 1))

const orderOf = ({ date, from, id }: PlannedDay): string => `${date} ${from} ${id}`
