import type { ActionInput } from '@core/contracts'
import type { MonthView, PlannedDayView } from '@core/contracts/reception/month-views'
import type { ReceptionKind } from '@core/reception/words'

/** A reception as it stands in the form: numbers as they are chosen, topics as they are typed. */
export interface DayDraft {
  id?: string
  kind: ReceptionKind
  leaderId?: string
  hostName: string
  hostPost: string
  date?: string
  from: string
  to: string
  slotMinutes: string
  seats: string
  place: string
  unitIds: string[]
  topics: string
}

/** The day to change, or a new one that is like the last of the month: places and hours hardly change. */
export function draftOf(
  view: MonthView,
  day: PlannedDayView | undefined,
  date: string | undefined,
): DayDraft {
  const like = day ?? view.days[view.days.length - 1]
  const isHost = view.hosts.some(({ id }) => id === day?.leaderId)
  return {
    ...(day ? { id: day.id } : {}),
    kind: day?.kind ?? 'leader',
    ...(isHost ? { leaderId: day!.leaderId } : {}),
    hostName: day?.leaderName ?? '',
    hostPost: day?.post ?? '',
    ...(day || date !== undefined ? { date: day?.date ?? date } : {}),
    from: like?.from ?? '09:00',
    to: like?.to ?? '11:30',
    slotMinutes: String(like?.slotMinutes ?? 30),
    seats: String(like?.seats ?? 2),
    place: like?.place ?? '',
    unitIds: day?.unitIds ?? [],
    topics: (day?.topics ?? []).join('、'),
  }
}

/** As the cloud wants it; what is missing it names itself. */
export function toPlanned(draft: DayDraft): ActionInput<'reception.planDay'>['day'] {
  const { id, kind, leaderId, hostName, hostPost, date = '', from, to, place, unitIds, topics } = draft
  return {
    ...(id === undefined ? {} : { id }),
    kind,
    ...(kind === 'leader' && leaderId !== undefined ? { leaderId } : {}),
    ...(kind === 'leader' ? {} : { host: { name: hostName, post: hostPost } }),
    date,
    place,
    // 「9：00」 is how people type it.
    from: timeOf(from),
    to: timeOf(to),
    slotMinutes: Number(draft.slotMinutes),
    seats: Number(draft.seats),
    unitIds,
    topics: topics
      .split(/[、,，;；\s]+/)
      .map((topic) => topic.trim())
      .filter(Boolean),
  }
}

const timeOf = (typed: string): string => typed.trim().replace('：', ':').padStart(5, '0')
