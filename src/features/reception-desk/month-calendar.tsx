import { View } from '@tarojs/components'
import type { MonthView } from '@core/contracts/reception/month-views'
import { a11y } from '@/components/a11y'
import { dayWords, weeksOf } from '@/components/day-sheet'
import { MonthHead, WeekdayNames } from '@/components/month-head'
import { useShell } from '@/components/page'
import s from './month-calendar.module.scss'
import { monthWords } from './words'

interface Props {
  view: MonthView
  /** The chosen date: its receptions are listed below. */
  date?: string
  onTurn(step: number): void
  onChoose(date: string): void
}

/** The month at a glance: how many receptions a day has, holidays and make-up workdays. In large letters a list does it. */
export function MonthCalendar({ view, date, onTurn, onChoose }: Props) {
  const { elder } = useShell()
  return (
    <View className={s.calendar}>
      <MonthHead words={monthWords(view.month)} onTurn={onTurn} />
      {!elder && (
        <View {...a11y({ role: 'radiogroup', label: '选日期' })}>
          <WeekdayNames />
          {weeksOf(view.month).map((week, row) => (
            <View key={row} className={s.week}>
              {week.map((day, column) =>
                day ? (
                  <Day key={day} view={view} day={day} chosen={day === date} onChoose={() => onChoose(day)} />
                ) : (
                  <View key={column} className={s.day} />
                ),
              )}
            </View>
          ))}
        </View>
      )}
    </View>
  )
}

const MARKS = { holiday: '休', makeUp: '班' } as const

function Day({
  view,
  day,
  chosen,
  onChoose,
}: {
  view: MonthView
  day: string
  chosen: boolean
  onChoose(): void
}) {
  const mark = view.marks[day]
  const count = view.days.filter(({ date }) => date === day).length
  const words = [dayWords(day, day), mark && (mark.name ?? MARKS[mark.mark]), `${count} 场接待`]
  return (
    <View
      className={`${s.day} ${s.real} ${chosen ? s.chosen : ''} ${mark?.mark === 'holiday' ? s.free : ''}`}
      onClick={onChoose}
      {...a11y({ role: 'radio', checked: chosen, label: words.filter(Boolean).join(' ') }, onChoose)}
    >
      <View className={s.top}>
        {Number(day.slice(8))}
        {mark && <View className={s.mark}>{MARKS[mark.mark]}</View>}
      </View>
      <View className={s.count}>{count > 0 ? `${count} 场` : ''}</View>
    </View>
  )
}
