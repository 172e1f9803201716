import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import s from './index.module.scss'

/** Kept in sight at the foot of the page, above the safe area. Page puts its `bar` in here. */
export function BottomBar({ children }: { children: ReactNode }) {
  return (
    <View className={s.bar}>
      <View className={s.inside}>{children}</View>
    </View>
  )
}
