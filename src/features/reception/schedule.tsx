import { useState } from 'react'
import { View } from '@tarojs/components'
import { useQuery, type Query } from '@/cloud'
import { Chips } from '@/components/chips'
import { useDrawn } from '@/components/drawn'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Island } from '@/components/island'
import { SectionTitle } from '@/components/section-title'
import { Skeleton } from '@/components/skeleton'
import { Tabs } from '@/components/tabs'
import { dateWords } from '@/features/time'
import type { ActionOutput } from '@core/contracts'
import type { DayView, SlotView } from '@core/contracts/reception/views'
import type { ReceptionKind } from '@core/reception/words'
import { DateStrip } from './date-strip'
import { DayCard } from './day-card'
import { byDate, firstDate, type ReceptionDate } from './days'
import s from './schedule.module.scss'
import { datesFor, kindOn, kindsOf, LOOKS, optionsOf, type Look } from './views'
import type { Where } from './where'
import { WherePicker } from './where-picker'

export interface ScheduleState extends Query<ActionOutput<'open.schedule'>> {
  /** Absent: the county. */
  where?: Where
  goTo(where: Where | undefined): void
}

/** The published reception days of a place, for everybody (R-A2, R-A10). */
export function useSchedule(first?: Where): ScheduleState {
  const [where, goTo] = useState(first)
  const query = useQuery('open.schedule', where === undefined ? {} : { centreId: where.id })
  return { ...query, where, goTo }
}

type Choose = (day: DayView, slot: SlotView) => void

interface Props {
  schedule: ScheduleState
  /** The date to show first. */
  date?: string
  /** The only kind that can be chosen; absent: any. */
  kind?: ReceptionKind
  /** Absent: the schedule is only shown. */
  onChoose?: Choose
}

/** Where, which kind, and then the dates of receptions, the leaders or the topics, and the days of the chosen one (R-A3). */
export function Schedule({ schedule, onChoose, date, kind }: Props) {
  const { data, failure, reload, where, goTo } = schedule
  return (
    <View>
      <Island>
        <WherePicker where={where} onChange={goTo} />
      </Island>
      {data ? (
        <Days
          key={where?.id}
          days={kind === undefined ? data.days : data.days.filter((day) => day.kind === kind)}
          date={date}
          onChoose={onChoose}
        />
      ) : failure ? (
        <ErrorState message={failure.message} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={3} lines={4} />
      )}
    </View>
  )
}

function Days({ days, date, onChoose }: { days: DayView[]; date?: string; onChoose?: Choose }) {
  const kinds = kindsOf(days)
  const [wanted, setKind] = useState<ReceptionKind>()
  const [look, setLook] = useState<Look>('date')
  // The ways to look first, then the days: another place brings both at once.
  const drawn = useDrawn(2, 1)
  const kind = wanted ?? kindOn(days, date) ?? kinds[0]?.value
  if (kind === undefined) {
    return <Empty icon="calendar" title="近期没有接待安排" words="每月 25 日前公布下个月的接待日" />
  }
  const shown = days.filter((day) => day.kind === kind)
  return (
    <View data-state="filled">
      <Island>
        {kinds.length > 1 && <Tabs label="哪一类接待" tabs={kinds} value={kind} onChange={setKind} />}
        <Tabs label="怎么找" tabs={LOOKS} value={look} onChange={setLook} />
      </Island>
      <Island>
        {drawn < 2 ? null : look === 'date' ? (
          <ByDate key={kind} days={shown} date={date} onChoose={onChoose} />
        ) : (
          <ByOption key={`${kind} ${look}`} look={look} days={shown} onChoose={onChoose} />
        )}
      </Island>
    </View>
  )
}

function ByDate({ days, date, onChoose }: { days: DayView[]; date?: string; onChoose?: Choose }) {
  const [chosen, setChosen] = useState(date)
  const dates = byDate(days, Date.now())
  const shown =
    dates.find((each) => each.date === chosen) ?? dates.find((each) => each.date === firstDate(dates))
  if (!shown) return null
  return (
    <View>
      <Island>
        <DateStrip dates={dates} value={shown.date} onChange={setChosen} />
      </Island>
      <OfDate of={shown} onChoose={onChoose} />
    </View>
  )
}

/** More days than these are the same leader or topic weeks ahead. */
const MOST_DATES = 4

function ByOption({ look, days, onChoose }: { look: Look; days: DayView[]; onChoose?: Choose }) {
  const now = Date.now()
  const options = optionsOf(days, look, now)
  const [chosen, setChosen] = useState(options[0]?.value)
  const offered = useDrawn(options.length)
  const dates = useDrawn(MOST_DATES, 1)
  if (chosen === undefined) {
    return <Empty icon="calendar" title="近期的接待都已截止" words="每月 25 日前公布下个月的接待日" />
  }
  return (
    <View>
      <Island>
        <View className={s.options}>
          <Chips
            label={look === 'leader' ? '选领导' : '选事项'}
            single
            options={options.slice(0, offered)}
            value={[chosen]}
            onChange={([value]) => value !== undefined && setChosen(value)}
          />
        </View>
      </Island>
      {datesFor(days, look, chosen, now)
        .slice(0, Math.min(dates, MOST_DATES))
        .map((date) => (
          <View key={date.date}>
            <SectionTitle>{dateWords(date.date)}</SectionTitle>
            <OfDate of={date} onChoose={onChoose} />
          </View>
        ))}
    </View>
  )
}

const OfDate = ({ of, onChoose }: { of: ReceptionDate; onChoose?: Choose }) => (
  <Island>
    {of.days.map((day) => (
      <DayCard key={day.id} day={day} onChoose={onChoose && ((slot) => onChoose(day, slot))} />
    ))}
  </Island>
)
