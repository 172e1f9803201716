import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import s from './index.module.scss'

export type IconName =
  | 'back'
  | 'next'
  | 'down'
  | 'close'
  | 'check'
  | 'done'
  | 'plus'
  | 'clock'
  | 'pause'
  | 'work'
  | 'inbox'
  | 'send'
  | 'sign'
  | 'scales'
  | 'star'
  | 'question'
  | 'info'
  | 'warning'
  | 'no'
  | 'undo'
  | 'merge'
  | 'bulb'
  | 'pencil'
  | 'calendar'
  | 'list'
  | 'people'
  | 'person'
  | 'phone'
  | 'camera'
  | 'pin'
  | 'lock'
  | 'bell'
  | 'refresh'
  | 'offline'
  | 'search'
  | 'building'
  | 'text'
  | 'swap'
  | 'photo'
  | 'hand'
  | 'filter'
  | 'flag'
  | 'print'

interface Props {
  name: IconName
  size?: 'small' | 'normal' | 'large'
}

/** The class that gives an element `--drawing`, for those that show an icon without a node of its own. */
export const drawing = (name: IconName): string => s[name]!

/** A line drawing in the colour of the text around it. Says nothing to a screen reader: the word stands beside it. */
export function Icon({ name, size = 'normal' }: Props) {
  return (
    <View
      className={`${s.icon} ${s[name]} ${size === 'normal' ? '' : s[size]}`}
      {...a11y({ hidden: true })}
    />
  )
}
