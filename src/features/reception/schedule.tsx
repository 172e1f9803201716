import { useState } from 'react'
import { View } from '@tarojs/components'
import { useQuery, type Query } from '@/cloud'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Island } from '@/components/island'
import { Skeleton } from '@/components/skeleton'
import type { ActionOutput } from '@core/contracts'
import type { DayView, SlotView } from '@core/contracts/reception/views'
import { DateStrip } from './date-strip'
import { DayCard } from './day-card'
import { byDate, firstDate } from './days'

/** The published reception days, for everybody (R-A2). */
export const useSchedule = (): Query<ActionOutput<'open.schedule'>> => useQuery('open.schedule', {})

interface Props {
  schedule: Query<ActionOutput<'open.schedule'>>
  /** The date to show first. */
  date?: string
  /** Absent: the schedule is only shown. */
  onChoose?(day: DayView, slot: SlotView): void
}

/** The dates of receptions, and the leaders of the chosen one. */
export function Schedule({ schedule, onChoose, date: asked }: Props) {
  const { data, failure, reload } = schedule
  const [chosen, setChosen] = useState(asked)
  if (!data) {
    return failure ? (
      <ErrorState message={failure.message} onRetry={() => void reload()} />
    ) : (
      <Skeleton cards={3} lines={4} />
    )
  }
  const dates = byDate(data.days, Date.now())
  const shown =
    dates.find((each) => each.date === chosen) ?? dates.find((each) => each.date === firstDate(dates))
  if (!shown) {
    return <Empty icon="calendar" title="近期没有接待安排" words="每月 25 日前公布下个月的接待日" />
  }
  return (
    <View data-state="filled">
      <Island>
        <DateStrip dates={dates} value={shown.date} onChange={setChosen} />
      </Island>
      <Island>
        {shown.days.map((day) => (
          <DayCard key={day.id} day={day} onChoose={onChoose && ((slot) => onChoose(day, slot))} />
        ))}
      </Island>
    </View>
  )
}
