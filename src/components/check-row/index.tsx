import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Icon } from '../icon'
import s from './index.module.scss'

interface Props {
  /** What is marked, for a screen reader. */
  label: string
  on: boolean
  /** Where the keyboard finds it. */
  id?: string
  onPress(): void
  children: ReactNode
}

/** One of several to mark; everything in it is the target. */
export function CheckRow({ label, on, id, onPress, children }: Props) {
  return (
    <View
      className={on ? `${s.row} ${s.on}` : s.row}
      {...(id === undefined ? {} : { id })}
      onClick={onPress}
      {...a11y({ role: 'checkbox', checked: on, label }, onPress)}
    >
      <View className={s.mark}>
        <Icon name="check" size="small" />
      </View>
      <View className={s.words}>{children}</View>
    </View>
  )
}
