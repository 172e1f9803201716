import { ScrollView, View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { useDrawn } from '@/components/drawn'
import { momentOfDate, wallClock } from '@/features/time'
import type { ReceptionDate } from './days'
import s from './date-strip.module.scss'

const WEEKDAYS = ['周日', '周一', '周二', '周三', '周四', '周五', '周六']

/** Dates that one sending carries. */
const AT_ONCE = 3

const anchorOf = (date: string): string => `date-${date}`

interface Props {
  dates: readonly ReceptionDate[]
  /** The chosen date; absent where a tap leads elsewhere. */
  value?: string
  onChange(date: string): void
}

/** The dates of receptions beside each other, each with its seats left. */
export function DateStrip({ dates, value, onChange }: Props) {
  const drawn = useDrawn(dates.length, AT_ONCE)
  return (
    <ScrollView
      className={s.strip}
      scrollX
      scrollIntoView={value && anchorOf(value)}
      {...a11y({ role: 'radiogroup', label: '选日期' })}
    >
      <View className={s.row}>
        {dates.slice(0, drawn).map(({ date, free, seats }) => {
          const { month, day, weekday } = wallClock(momentOfDate(date))
          const press = () => onChange(date)
          return (
            <View
              key={date}
              id={anchorOf(date)}
              className={`${s.date} ${date === value ? s.chosen : ''}`}
              onClick={press}
              {...a11y(
                {
                  role: 'radio',
                  checked: date === value,
                  label: `${month}月${day}日 ${WEEKDAYS[weekday]} ${seats}`,
                },
                press,
              )}
            >
              <View className={s.small}>{WEEKDAYS[weekday]}</View>
              <View className={s.day}>
                {month}/{day}
              </View>
              <View className={`${s.small} ${free > 0 ? s.free : ''}`}>{seats}</View>
            </View>
          )
        })}
      </View>
    </ScrollView>
  )
}
