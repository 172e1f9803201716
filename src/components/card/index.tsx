import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import s from './index.module.scss'

interface Props {
  /** The whole card is one target. */
  onClick?(): void
  /** What a tap leads to, for a screen reader. */
  label?: string
  /** A coloured edge for what should be seen first. */
  tone?: 'act' | 'danger' | 'main'
  selected?: boolean
  children: ReactNode
}

/** A white sheet on the ground; hairline instead of shadow. */
export function Card({ onClick, label, tone, selected, children }: Props) {
  return (
    <View
      className={`${s.card} ${tone ? s[tone] : ''} ${selected ? s.selected : ''}`}
      hoverClass={onClick ? s.pressed : 'none'}
      onClick={onClick}
      {...(onClick ? a11y({ role: 'link', label }, onClick) : {})}
    >
      {children}
    </View>
  )
}
