import type { Knowledge } from '@core/knowledge'
import type { Day } from '@core/reception/types'
import { addDays, dayOf, isWorkday, momentOf } from '@core/ticket/workdays'
import { leaders } from '../county/people'
import { categories, responsibilities } from '../county/categories'

const HALF_HOUR = 30 * 60_000
const SLOTS = 5

/**
 * Reception days of this month and the next two weeks (R-A1): every county leader has at least one a month, in the
 * morning, five slots of half an hour. The second leader sees one visitor a slot, so that seats run out sometimes.
 */
export function receptionDays(now: Date, { calendar }: Knowledge): Day[] {
  const today = dayOf(now)
  const first = addDays(today, -14)
  const dates = Array.from({ length: 36 }, (_, offset) => addDays(first, offset)).filter((date) =>
    isWorkday(date, calendar),
  )
  return dates.map((date, index) => receptionDay(date, leaders[index % leaders.length]!))
}

function receptionDay(date: string, leader: (typeof leaders)[number]): Day {
  const id = `${date}-${leader.id}`
  const from = momentOf(date, 9)
  const capacity = leader.id === 'leader-2' ? 1 : 2
  const slots = Array.from({ length: SLOTS }, (_, index) => ({
    id: `s${index + 1}`,
    from: new Date(from.getTime() + index * HALF_HOUR),
    to: new Date(from.getTime() + (index + 1) * HALF_HOUR),
    capacity,
  }))
  return {
    _id: id,
    version: 1,
    sortKey: `${from.getTime()}-${id}`,
    kind: 'leader',
    leaderId: leader.id,
    leaderName: leader.name,
    post: leader.post,
    unitIds: leader.unitIds,
    date,
    place: '县社情民意服务中心一楼接待室',
    topics: topicsOf(leader.unitIds),
    published: true,
    // R-A5: 17:00 the day before.
    cutOff: momentOf(addDays(date, -1), 17),
    slots,
    free: Object.fromEntries(slots.map((slot) => [slot.id, slot.capacity])),
    seats: Object.fromEntries(slots.map((slot) => [slot.id, {}])),
    waiting: Object.fromEntries(slots.map((slot) => [slot.id, []])),
    outbox: [],
    desk: {},
  }
}

/** What the units in charge answer for, as far as the responsibility table says. */
function topicsOf(unitIds: readonly string[]): string[] {
  const led = responsibilities
    .filter(({ lead }) => lead !== 'township' && unitIds.includes(lead.unitId))
    .map(({ categoryId }) => categories.find(({ id }) => id === categoryId)!.name)
  return [...led.slice(0, 7), '其他']
}
