import { useEffect, useRef, type ReactNode } from 'react'
import { ScrollView, View } from '@tarojs/components'
import { a11y } from '../a11y'
import { drawing } from '../icon'
import { Island } from '../island'
import { onEscape } from './escape'
import s from './index.module.scss'

interface Props {
  title: string
  onClose(): void
  /** Stays in sight below what scrolls: the sheet's action. */
  bar?: ReactNode
  children: ReactNode
}

/** Comes up from below for one short thing; on a desktop window it stands in the middle. Render it only while open. */
export function Sheet({ title, onClose, bar, children }: Props) {
  const close = useRef(onClose)
  close.current = onClose
  useEffect(() => onEscape(() => close.current()), [])
  return (
    <View className={s.veil} catchMove onClick={onClose}>
      <View
        className={s.sheet}
        onClick={(event) => event.stopPropagation()}
        {...a11y({ role: 'dialog', label: title })}
      >
        <View className={s.head}>
          <View className={s.title} {...a11y({ role: 'heading', level: 2 })}>
            {title}
          </View>
          <View
            className={`${s.close} ${drawing('close')}`}
            onClick={onClose}
            {...a11y({ role: 'button', label: '关闭' }, onClose)}
          />
        </View>
        <ScrollView className={s.body} scrollY>
          <Island>{children}</Island>
        </ScrollView>
        {bar && <View className={s.bar}>{bar}</View>}
      </View>
    </View>
  )
}
