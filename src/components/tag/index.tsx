import { View } from '@tarojs/components'
import { drawing, type IconName } from '../icon'
import s from './index.module.scss'

export type Tone = 'main' | 'act' | 'danger' | 'ok' | 'plain'

interface Props {
  /** A state is never colour alone: icon and word go with it. */
  icon?: IconName
  tone?: Tone
  /** Without ground, for lines of small text. */
  bare?: boolean
  children: string
}

/** A state or a mark in a word. One node, because lists have several of them a card. */
export function Tag({ icon, tone = 'plain', bare, children }: Props) {
  return (
    <View
      className={`${s.tag} ${s[tone]} ${bare ? s.bare : ''} ${icon ? `${s.drawn} ${drawing(icon)}` : ''}`}
    >
      {children}
    </View>
  )
}
