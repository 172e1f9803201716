import type { DayView } from '@core/contracts/reception/views'
import { RECEPTION_KINDS, type ReceptionKind } from '@core/reception/words'
import { byDate, isOver, type ReceptionDate } from './days'

/** The three ways to look for a reception: when, with whom, about what. */
export const LOOKS = [
  { value: 'date', label: '按日期' },
  { value: 'leader', label: '按接待人' },
  { value: 'topic', label: '按事项' },
] as const
export type Look = (typeof LOOKS)[number]['value']

export interface Option {
  value: string
  label: string
}

/** Whom or what one can choose among, in the order of the next day; only of days that still take bookings. */
export function optionsOf(days: readonly DayView[], look: Look, now: number): Option[] {
  const open = days.filter((day) => !isOver(day, now))
  const options = open.flatMap((day) =>
    look === 'leader'
      ? [{ value: day.leaderId, label: `${day.leaderName} ${day.post}` }]
      : day.topics.map((topic) => ({ value: topic, label: topic })),
  )
  return [...new Map(options.map((option) => [option.value, option])).values()]
}

/** The dates with a leader, or with days that take a topic. */
export function datesFor(days: readonly DayView[], look: Look, chosen: string, now: number): ReceptionDate[] {
  const fits = (day: DayView) => (look === 'leader' ? day.leaderId === chosen : day.topics.includes(chosen))
  return byDate(
    days.filter((day) => !isOver(day, now) && fits(day)),
    now,
  )
}

/** What a reception is called: the leader's, or the mediator's or lawyer's by its kind. */
export const receptionWords = ({ kind, leaderName }: { kind: ReceptionKind; leaderName: string }): string =>
  kind === 'leader' ? `${leaderName} 接待` : `${RECEPTION_KINDS[kind]} · ${leaderName}`

/** R-A10: the kinds of reception there are to choose among, leaders first. */
export const kindsOf = (days: readonly DayView[]): { value: ReceptionKind; label: string }[] =>
  (Object.keys(RECEPTION_KINDS) as ReceptionKind[])
    .filter((kind) => days.some((day) => day.kind === kind))
    .map((value) => ({ value, label: RECEPTION_KINDS[value] }))

/** The kind of the first reception on a date that was asked for. */
export const kindOn = (days: readonly DayView[], date: string | undefined): ReceptionKind | undefined =>
  kindsOf(days.filter((day) => day.date === date))[0]?.value
