import type { DayState, MonthView, PlannedDayView } from '@core/contracts/reception/month-views'
import { unitName } from '@core/knowledge'
import type { Knowledge } from '@core/knowledge/types'
import {
  datesOf,
  keepingOf,
  lacking,
  publishBy,
  standing,
  type Day,
  type DayChange,
  type Host,
  type Month,
  type PlannedDay,
} from '@core/reception'
import { dayMark } from '@core/ticket/workdays'

interface Around {
  /** The published days of this month's plan. */
  days: readonly Day[]
  hosts: readonly Host[]
  lastMonth: number
  knowledge: Knowledge
  now: Date
}

export function monthView(month: Month, { days, hosts, lastMonth, knowledge, now }: Around): MonthView {
  const { centreId, published } = month
  const marks = datesOf(month.month).flatMap((date) => {
    const mark = dayMark(date, knowledge.calendar)
    return mark ? [[date, mark] as const] : []
  })
  const nameOf = (of: string) => hosts.find(({ id }) => id === of)?.name ?? of
  const gaps = published
    ? published.gaps
    : lacking(month, hosts, knowledge).map((of): { of: string; reason?: string } => ({ of }))
  return {
    month: month.month,
    version: month.version,
    centre: unitName(knowledge, centreId),
    daily: centreId !== knowledge.county.centreUnitId,
    state: standing(month, now),
    publishBy: publishBy(month.month).getTime() - 1,
    ...(published ? { publishedAt: published.at.getTime() } : {}),
    days: month.days.map((planned) => plannedView(planned, days, now)),
    marks: Object.fromEntries(marks),
    hosts: hosts.map(({ id, name, post, unitIds }) => ({ id, name, post, unitIds })),
    gaps: gaps.map((gap) => ({ ...gap, name: nameOf(gap.of) })),
    lastMonth,
  }
}

function plannedView(planned: PlannedDay, days: readonly Day[], now: Date): PlannedDayView {
  const day = days.find(({ _id }) => _id === planned.id)
  if (!day) return planned
  const capacity = day.slots.reduce((sum, slot) => sum + slot.capacity, 0)
  const free = day.slots.reduce((sum, { id }) => sum + Math.max(0, day.free[id] ?? 0), 0)
  const state: DayState = keepingOf(day, now)[0]!.kept
  const changed = changeWords(day.changes ?? [], day)
  return {
    ...planned,
    open: {
      dayId: day._id,
      booked: capacity - free,
      capacity,
      state,
      ...(changed === undefined ? {} : { changed }),
    },
  }
}

/** 「改由何秋实接待：临时出差」 */
function changeWords(changes: readonly DayChange[], day: Day): string | undefined {
  const last = changes[changes.length - 1]
  if (!last) return undefined
  const what = last.what === 'swapped' ? `改由${day.leaderName}接待` : `改到 ${day.date}`
  return `${what}：${last.reason}`
}
