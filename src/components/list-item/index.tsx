import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Icon, type IconName } from '../icon'
import s from './index.module.scss'

interface Props {
  icon?: IconName
  title: string
  note?: string
  /** At the right: a value or a mark. */
  value?: ReactNode
  onClick?(): void
}

/** One line of a list of settings or ways to go. */
export function ListItem({ icon, title, note, value, onClick }: Props) {
  return (
    <View
      className={s.item}
      {...(onClick ? { onClick, hoverClass: s.pressed, ...a11y({ role: 'link' }, onClick) } : {})}
    >
      {icon && <Icon name={icon} />}
      <View className={s.words}>
        {title}
        {note && <View className={s.note}>{note}</View>}
      </View>
      {value !== undefined && <View className={s.value}>{value}</View>}
      {onClick && <Icon name="next" size="small" />}
    </View>
  )
}
