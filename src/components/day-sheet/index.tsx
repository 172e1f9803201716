import { useState } from 'react'
import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import { useDrawn } from '../drawn'
import { MonthHead, WeekdayNames } from '../month-head'
import { useShell } from '../page'
import { Sheet } from '../sheet'
import { dayWords, monthAfter, weeksOf } from './month'
import s from './index.module.scss'

export { dayWords, monthAfter, weeksOf } from './month'

interface Props {
  title: string
  /** YYYY-MM-DD, as all days here. */
  value?: string
  /** The first day that can be chosen; also the year that need not be said. */
  from: string
  onChange(day: string): void
  onClose(): void
}

/** Half a month is what one tap sends. */
const WEEKS_AT_ONCE = 3

/** A month to choose a day from; a tap chooses and closes. In large letters seven days do not fit a line: then a day a line. */
export function DaySheet({ title, value, from, onChange, onClose }: Props) {
  const { elder } = useShell()
  const [month, setMonth] = useState((value ?? from).slice(0, 7))
  const turn = (step: number) => setMonth((before) => monthAfter(before, step))
  const first = month <= from.slice(0, 7)
  const choose = (day: string) => {
    onChange(day)
    onClose()
  }
  const shared = { value, from, onChoose: choose }
  const all = weeksOf(month)
  const weeks = all.slice(0, useDrawn(all.length, WEEKS_AT_ONCE))
  return (
    <Sheet title={title} onClose={onClose}>
      <MonthHead
        words={`${Number(month.slice(0, 4))} 年 ${Number(month.slice(5))} 月`}
        first={first}
        onTurn={turn}
      />
      {elder ? (
        weeks
          .flat()
          .filter((day): day is string => day !== undefined && day >= from)
          .map((day) => <Day key={day} day={day} whole {...shared} />)
      ) : (
        <>
          <WeekdayNames />
          {weeks.map((week, row) => (
            <View key={row} className={s.week}>
              {week.map((day, column) =>
                day ? <Day key={day} day={day} {...shared} /> : <View key={column} className={s.day} />,
              )}
            </View>
          ))}
        </>
      )}
    </Sheet>
  )
}

interface DayProps extends Pick<Props, 'value' | 'from'> {
  day: string
  /** With month and weekday, on a line of its own. */
  whole?: boolean
  onChoose(day: string): void
}

function Day({ day, value, from, whole, onChoose }: DayProps) {
  const chosen = day === value
  const disabled = day < from
  const words = dayWords(day, from)
  const press = () => {
    if (!disabled) onChoose(day)
  }
  return (
    <View
      className={`${whole ? s.whole : s.day} ${disabled ? s.off : ''} ${chosen ? s.chosen : ''}`}
      onClick={press}
      {...a11y({ role: 'radio', checked: chosen, disabled: disabled || undefined, label: words }, press)}
    >
      {whole ? words : Number(day.slice(8))}
    </View>
  )
}
