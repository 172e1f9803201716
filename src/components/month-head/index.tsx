import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Icon } from '../icon'
import s from './index.module.scss'

interface Props {
  /** The month, as it is said. */
  words: string
  /** Nothing lies before it. */
  first?: boolean
  onTurn(step: number): void
}

/** The head of a calendar: which month, the way to the one before and the one after. */
export function MonthHead({ words, first = false, onTurn }: Props) {
  return (
    <View className={s.head}>
      <Turn icon="back" label="上个月" disabled={first} onClick={() => onTurn(-1)} />
      <View className={s.month} {...a11y({ role: 'status' })}>
        {words}
      </View>
      <Turn icon="next" label="下个月" onClick={() => onTurn(1)} />
    </View>
  )
}

interface TurnProps {
  icon: 'back' | 'next'
  label: string
  disabled?: boolean
  onClick(): void
}

function Turn({ icon, label, disabled, onClick }: TurnProps) {
  const press = () => {
    if (!disabled) onClick()
  }
  return (
    <View
      className={`${s.turn} ${disabled ? s.off : ''}`}
      onClick={press}
      {...a11y({ role: 'button', label, disabled: disabled || undefined }, press)}
    >
      <Icon name={icon} />
    </View>
  )
}

/** The days of the week above its weeks, Monday first. */
export function WeekdayNames() {
  return (
    <View className={s.week} {...a11y({ hidden: true })}>
      {[...'一二三四五六日'].map((weekday) => (
        <View key={weekday} className={s.weekday}>
          {weekday}
        </View>
      ))}
    </View>
  )
}
