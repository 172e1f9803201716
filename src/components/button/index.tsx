import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Icon, type IconName } from '../icon'
import s from './index.module.scss'

export interface ButtonProps {
  /** main: the one action of the page · plain: beside it · quiet: text only · danger: cannot be undone. */
  kind?: 'main' | 'plain' | 'quiet' | 'danger'
  icon?: IconName
  disabled?: boolean
  /** Working on it: shows it at once and takes no further tap. */
  busy?: boolean
  /** As wide as its words instead of the whole line. */
  small?: boolean
  /** Said instead of the words where they do not stand alone. */
  label?: string
  onClick(): void
  children: ReactNode
}

/** A button that is one for the finger, the keyboard and the screen reader. */
export function Button({
  kind = 'main',
  icon,
  disabled,
  busy,
  small,
  label,
  onClick,
  children,
}: ButtonProps) {
  const off = Boolean(disabled || busy)
  const press = () => {
    if (!off) onClick()
  }
  return (
    <View
      className={`${s.button} ${s[kind]} ${small ? s.small : ''} ${disabled ? s.off : ''} ${busy ? s.busy : ''}`}
      hoverClass={off ? 'none' : s.pressed}
      onClick={press}
      {...a11y({ role: 'button', label, disabled: off ? true : undefined }, press)}
    >
      {icon && <Icon name={icon} />}
      {busy && <View className={s.spinner} />}
      {children}
    </View>
  )
}
