import type { KeepingView } from '@core/contracts/open/keeping'
import type { ScreenView } from '@core/contracts/open/screen'
import { unitName } from '@core/knowledge'
import { keepingOf, monthAfter, servingOf, visitorsOf, waitingOf, type Day } from '@core/reception'
import { addDays, dayOf, momentOf } from '@core/ticket/workdays'
import { currentKnowledge } from '../knowledge'
import type { CallContext, Handler } from '../runtime/context'
import * as repository from './desk.repository'
import { loadMonth } from './months.service'

/** What everybody may see of receptions: nothing here names a visitor, a topic or an id. */

const SCREEN_DAYS = 31
const KEEPING_MONTHS = 12
/** R-S7: a share of fewer says nothing, or too much about one of them. */
const LEAST_RATINGS = 5

/** R-G3: the lobby's screen. */
export const screen: Handler<'open.screen', CallContext> = async ({ now }, { centreId }) => {
  const knowledge = await currentKnowledge()
  const { county } = knowledge
  const centre = centreId ?? county.centreUnitId
  const today = dayOf(now)
  const days = await repository.daysOfCentre(
    centre,
    momentOf(today, 0),
    momentOf(addDays(today, SCREEN_DAYS), 0),
  )
  const shown = days.filter(({ published }) => published)
  return {
    now: now.getTime(),
    title: unitName(knowledge, centre),
    phone: county.phone,
    today: shown.filter(({ date }) => date === today).map(todayOf),
    schedule: shown.filter(({ date }) => date !== today).map(lineOf),
  }
}

const lineOf = (day: Day): ScreenView['schedule'][number] => {
  const { date, kind, leaderName, post, place, slots } = day
  const [from, to] = [slots[0]!.from.getTime(), slots[slots.length - 1]!.to.getTime()]
  return { date, kind, leaderName, post, place, from, to }
}

function todayOf(day: Day): ScreenView['today'][number] {
  const serving = servingOf(day)?.entry?.number
  const { date: _date, ...line } = lineOf(day)
  return {
    ...line,
    state: day.closedAt ? 'closed' : day.openedAt ? 'open' : 'ahead',
    ...(serving === undefined ? {} : { serving }),
    waiting: waitingOf(day).map(({ entry }) => entry!.number!),
    served: visitorsOf(day).filter(({ entry }) => entry?.state === 'finished').length,
  }
}

/** R-A2: how the leaders kept their days, from what happened at the desk. */
export const keeping: Handler<'open.keeping', CallContext> = async ({ now }, { centreId }) => {
  const { county, leaders } = await currentKnowledge()
  const centre = centreId ?? county.centreUnitId
  const nameOf = (of: string) =>
    centre === county.centreUnitId
      ? leaders.find(({ personId }) => personId === of)?.name
      : `${Number(of.slice(8))} 日`
  const present = dayOf(now).slice(0, 7)
  const first = monthAfter(present, -KEEPING_MONTHS)
  const days = await repository.daysOfCentre(
    centre,
    momentOf(`${first}-01`, 0),
    momentOf(`${monthAfter(present, 3)}-01`, 0),
  )
  const gaps: KeepingView['gaps'] = []
  for (const month of [0, 1, 2].map((step) => monthAfter(present, step))) {
    const { published } = await loadMonth(centre, month)
    for (const { of, reason } of published?.gaps ?? []) {
      const name = nameOf(of)
      if (name !== undefined) gaps.push({ month, name, reason })
    }
  }
  return { leaders: leadersOf(days, now), gaps }
}

function leadersOf(days: readonly Day[], now: Date): KeepingView['leaders'] {
  const leaders = new Map<string, KeepingView['leaders'][number] & { ratings: string[] }>()
  for (const day of days.filter(({ kind, published }) => kind === 'leader' && published)) {
    for (const { leaderId, leaderName: name, post, kept } of keepingOf(day, now)) {
      const line = leaders.get(leaderId) ?? {
        name,
        post,
        kept: 0,
        moved: 0,
        missed: 0,
        visitors: 0,
        ratings: [],
      }
      leaders.set(leaderId, line)
      if (kept !== 'ahead') line[kept]++
      if (leaderId !== day.leaderId) continue
      const received = Object.values(day.desk).filter(({ state }) => state === 'finished')
      line.visitors += received.length
      line.ratings.push(...received.flatMap(({ rating }) => (rating ? [rating.listened] : [])))
    }
  }
  return [...leaders.values()].map(({ ratings, ...line }) => {
    const counted = ratings.filter((rating) => rating !== 'noComment')
    if (counted.length < LEAST_RATINGS) return line
    const satisfied = counted.filter((rating) => rating !== 'dissatisfied').length / counted.length
    return { ...line, satisfied }
  })
}
