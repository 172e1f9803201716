import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Icon } from '../icon'
import s from './index.module.scss'

interface Props {
  children: string
  /** A way to the whole list, at the right. */
  more?: { label: string; onClick(): void }
  aside?: ReactNode
}

/** The heading of a part of a page. */
export function SectionTitle({ children, more, aside }: Props) {
  return (
    <View className={s.row}>
      <View className={s.title} {...a11y({ role: 'heading', level: 2 })}>
        {children}
      </View>
      {aside}
      {more && (
        <View className={s.more} onClick={more.onClick} {...a11y({ role: 'link' }, more.onClick)}>
          {more.label}
          <Icon name="next" size="small" />
        </View>
      )}
    </View>
  )
}
