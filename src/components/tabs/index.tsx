import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import s from './index.module.scss'

interface Props<T extends string> {
  label: string
  tabs: readonly { value: T; label: string; count?: number }[]
  value: T
  onChange(value: NoInfer<T>): void
}

/** Parts of one list, one at a time. */
export function Tabs<T extends string>({ label, tabs, value, onChange }: Props<T>) {
  return (
    <View className={s.tabs} {...a11y({ role: 'tablist', label })}>
      {tabs.map((tab) => {
        const press = () => onChange(tab.value)
        const selected = tab.value === value
        return (
          <View
            key={tab.value}
            className={`${s.tab} ${selected ? s.selected : ''}`}
            onClick={press}
            {...a11y({ role: 'tab', selected }, press)}
          >
            {tab.label}
            {tab.count ? ` ${tab.count}` : ''}
          </View>
        )
      })}
    </View>
  )
}
