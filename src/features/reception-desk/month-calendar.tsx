import { View } from '@tarojs/components'
import type { MonthView } from '@core/contracts/reception/month-views'
import { a11y } from '@/components/a11y'
import { dayWords, weeksOf } from '@/components/day-sheet'
import { Icon } from '@/components/icon'
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
      <View className={s.head}>
        <Turn icon="back" label="上个月" onClick={() => onTurn(-1)} />
        <View className={s.month} {...a11y({ role: 'status' })}>
          {monthWords(view.month)}
        </View>
        <Turn icon="next" label="下个月" onClick={() => onTurn(1)} />
      </View>
      {!elder && (
        <View {...a11y({ role: 'radiogroup', label: '选日期' })}>
          <View className={s.week} {...a11y({ hidden: true })}>
            {[...'一二三四五六日'].map((weekday) => (
              <View key={weekday} className={s.weekday}>
                {weekday}
              </View>
            ))}
          </View>
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

function Turn({ icon, label, onClick }: { icon: 'back' | 'next'; label: string; onClick(): void }) {
  return (
    <View className={s.turn} onClick={onClick} {...a11y({ role: 'button', label }, onClick)}>
      <Icon name={icon} />
    </View>
  )
}
