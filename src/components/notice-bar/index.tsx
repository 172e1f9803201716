import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Icon, type IconName } from '../icon'
import s from './index.module.scss'

interface Props {
  icon?: IconName
  tone?: 'plain' | 'main' | 'act' | 'danger' | 'ok'
  children: ReactNode
}

/** A quiet line about the page as a whole: no network, danger to life, what was saved. */
export function NoticeBar({ icon = 'info', tone = 'plain', children }: Props) {
  return (
    <View className={`${s.bar} ${s[tone]}`} {...a11y({ role: tone === 'danger' ? 'alert' : 'status' })}>
      <Icon name={icon} />
      <View className={s.words}>{children}</View>
    </View>
  )
}
