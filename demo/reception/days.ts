import type { Knowledge } from '@core/knowledge'
import {
  dayOfPlan,
  datesOf,
  monthAfter,
  monthId,
  publishBy,
  type Month,
  type PlannedDay,
} from '@core/reception/month'
import type { Day } from '@core/reception/types'
import { dayOf, hourOf, isWorkday, momentOf } from '@core/ticket/workdays'
import { categories, responsibilities } from '../county/categories'
import { leaders } from '../county/people'
import { CENTRE } from '../county/units'
import { helpers, townshipCentres } from './townships'

/** The months of the centre's receptions, and the days of those that are published (R-A1). */
export interface DemoSchedule {
  months: Month[]
  days: Day[]
}

/** From this day on the next month is published, and the one after it is being planned. */
const PUBLISHED_FROM = 20
/** Mondays, Wednesdays, Fridays. */
const RECEPTION_WEEKDAYS = [1, 3, 5]

/**
 * Last month, this month and, once it is time, the next, published; the month after them a plan that still lacks a
 * leader. Every leader receives twice a month; today is always a reception day, at the hour at which it is looked at.
 * Townships with a centre of their own publish theirs along (R-A10).
 */
export function receptionSchedule(now: Date, { calendar }: Knowledge): DemoSchedule {
  const today = dayOf(now)
  const present = today.slice(0, 7)
  const isPublished = (month: string) =>
    month <= (Number(today.slice(8)) >= PUBLISHED_FROM ? monthAfter(present, 1) : present)
  const months = [-1, 0, 1, 2].map((step) => monthAfter(present, step))
  const draft = months.find((month) => !isPublished(month))!
  return months
    .filter((month) => month <= draft)
    .reduce<DemoSchedule>(
      (schedule, month) => {
        const dates = datesOf(month).filter(
          (date) =>
            date === today ||
            (isWorkday(date, calendar) &&
              RECEPTION_WEEKDAYS.includes(new Date(`${date}T00:00:00Z`).getUTCDay())),
        )
        const planned = dates.map((date, index) => morning(date, leaders[index % leaders.length]!))
        const workdays = datesOf(month).filter((date) => isWorkday(date, calendar))
        const days = [
          ...planned.map((day) => (day.date === today ? aroundNow(day, now) : day)),
          ...helpers('county', '县公共法律服务中心', '县社情民意服务中心二楼', workdays),
        ].sort(byDate)
        const plan = {
          _id: monthId(CENTRE, month),
          version: 1,
          centreId: CENTRE,
          month,
          days: month === draft ? days.filter(({ leaderId }) => leaderId !== leaders[5]!.id) : days,
        }
        if (month === draft) return { ...schedule, months: [...schedule.months, plan] }
        const own = published(plan, 'operator-1', now)
        const theirs = townshipCentres.map(({ id, days: daysOf }) =>
          published(
            { ...plan, _id: monthId(id, month), centreId: id, days: daysOf(workdays).sort(byDate) },
            `operator-${id}`,
            now,
          ),
        )
        return [own, ...theirs].reduce(
          (all, each) => ({
            months: [...all.months, ...each.months],
            days: [...all.days, ...each.days],
          }),
          schedule,
        )
      },
      { months: [], days: [] },
    )
}

const byDate = (a: PlannedDay, b: PlannedDay): number =>
  `${a.date} ${a.from}` < `${b.date} ${b.from}` ? -1 : 1

/** A month that everybody knows, with its days as they stand by now. */
function published(plan: Month, byId: string, now: Date): DemoSchedule {
  const at = new Date(publishBy(plan.month).getTime() - 3 * 24 * 3_600_000)
  return {
    months: [{ ...plan, published: { at, byId, gaps: [] } }],
    days: plan.days.map((day) => held(dayOfPlan(day, plan.centreId), now)),
  }
}

/** Five slots of half an hour. The second leader sees one visitor a slot, so that seats run out sometimes. */
function morning(date: string, leader: (typeof leaders)[number]): PlannedDay {
  return {
    id: `${date}-${leader.id}`,
    kind: 'leader',
    leaderId: leader.id,
    leaderName: leader.name,
    post: leader.post,
    unitIds: leader.unitIds,
    date,
    place: '县社情民意服务中心一楼接待室',
    from: '09:00',
    to: '11:30',
    slotMinutes: 30,
    seats: leader.id === 'leader-2' ? 1 : 2,
    topics: topicsOf(leader.unitIds),
  }
}

/** So that somebody is being received whenever the county is looked at in the daytime. */
function aroundNow(day: PlannedDay, now: Date): PlannedDay {
  const hour = Math.min(Math.max(Math.floor(hourOf(now)) - 1, 8), 21)
  const time = (hours: number, minutes: string) => `${String(hours).padStart(2, '0')}:${minutes}`
  return { ...day, from: time(hour, '00'), to: time(hour + 2, '30'), seats: 2 }
}

/** Past days were held, but one. */
function held(day: Day, now: Date): Day {
  const [first, last] = [day.slots[0]!, day.slots[day.slots.length - 1]!]
  if (last.to >= momentOf(dayOf(now), 0)) return day
  if (day.leaderId === 'leader-3' && Number(day.date.slice(8)) < 10) return day
  const { wakeAt: _settled, ...rest } = day
  return { ...rest, openedAt: first.from, closedAt: last.to }
}

/** What the units in charge answer for, as far as the responsibility table says; a leader of everything is asked about anything. */
function topicsOf(unitIds: readonly string[]): string[] {
  const answeredBy = (mine: (unitId: string) => boolean) =>
    responsibilities
      .filter(({ lead }) => lead !== 'township' && mine(lead.unitId))
      .map(({ categoryId }) => categories.find(({ id }) => id === categoryId)!.name)
  const own = answeredBy((unitId) => unitIds.includes(unitId))
  // A leader of the centre itself answers for nothing but the rest.
  const topics = own.some((topic) => topic !== '其他') ? own : answeredBy(() => true)
  return [...new Set([...topics.slice(0, 7), '其他'])]
}
