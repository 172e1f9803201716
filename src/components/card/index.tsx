import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import s from './index.module.scss'

interface Props {
  /** The whole card is one target. */
  onClick?(): void
  /** Where the keyboard finds the card. */
  id?: string
  /** A coloured edge for what should be seen first. */
  tone?: 'act' | 'danger' | 'main'
  selected?: boolean
  children: ReactNode
}

/** A white sheet on the ground; hairline instead of shadow. */
export function Card({ onClick, id, tone, selected, children }: Props) {
  return (
    <View
      className={`${s.card} ${tone ? s[tone] : ''} ${selected ? s.selected : ''}`}
      {...(id === undefined ? {} : { id })}
      {...(onClick ? { onClick, hoverClass: s.pressed, ...a11y({ role: 'link' }, onClick) } : {})}
    >
      {children}
    </View>
  )
}
