import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import s from './index.module.scss'

interface Props<T extends string> {
  /** What the group asks, for a screen reader. */
  label: string
  options: readonly { value: T; label: string }[]
  value: readonly T[]
  /** One at most; a second tap takes it back. */
  single?: boolean
  onChange(value: NoInfer<T>[]): void
}

/** Small words to choose from: one (`single`) or several. */
export function Chips<T extends string>({ label, options, value, single, onChange }: Props<T>) {
  const toggle = (option: T) => {
    const chosen = value.includes(option)
    const rest = single ? [] : value.filter((other) => other !== option)
    onChange(chosen ? [...rest] : [...rest, option])
  }
  return (
    <View className={s.chips} {...a11y({ role: 'group', label })}>
      {options.map((option) => {
        const chosen = value.includes(option.value)
        const press = () => toggle(option.value)
        return (
          <View
            key={option.value}
            className={chosen ? `${s.chip} ${s.chosen}` : s.chip}
            onClick={press}
            {...a11y({ role: 'checkbox', checked: chosen }, press)}
          >
            {option.label}
          </View>
        )
      })}
    </View>
  )
}
