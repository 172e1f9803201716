import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Icon, type IconName } from '../icon'
import s from './index.module.scss'

export interface ChoiceOption<T extends string> {
  value: T
  label: string
  note?: string
  icon?: IconName
  disabled?: boolean
}

interface Props<T extends string> {
  /** What is asked, for a screen reader. */
  label: string
  options: readonly ChoiceOption<T>[]
  value?: T
  /** Two beside each other instead of one a line. */
  pairs?: boolean
  onChange(value: NoInfer<T>): void
}

/** One of a few, as large as a thumb. */
export function Choice<T extends string>({ label, options, value, pairs, onChange }: Props<T>) {
  return (
    <View className={pairs ? s.pairs : s.list} {...a11y({ role: 'radiogroup', label })}>
      {options.map((option) => {
        const chosen = option.value === value
        const press = () => {
          if (!option.disabled) onChange(option.value)
        }
        return (
          <View
            key={option.value}
            className={[s.option, chosen && s.chosen, option.disabled && s.off].filter(Boolean).join(' ')}
            onClick={press}
            {...a11y(
              { role: 'radio', checked: chosen, disabled: option.disabled, label: option.label },
              press,
            )}
          >
            <View className={s.mark}>
              <Icon name="check" size="small" />
            </View>
            {option.icon && <Icon name={option.icon} />}
            <View className={s.words}>
              {option.label}
              {option.note && <View className={s.note}>{option.note}</View>}
            </View>
          </View>
        )
      })}
    </View>
  )
}
