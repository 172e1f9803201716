import { type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import s from './index.module.scss'

interface Props {
  label: string
  /** 选填 is said, 必填 is the rule. */
  optional?: boolean
  hint?: ReactNode
  /** What is wrong, in words. */
  error?: string
  /** A small link at the right of the label. */
  aside?: ReactNode
  children: ReactNode
}

/** A question of a form: label above, answer, and below what is wrong or a hint. */
export function Field({ label, optional, hint, error, aside, children }: Props) {
  return (
    <View className={s.field}>
      <View className={optional ? `${s.head} ${s.optional}` : s.head}>
        {label}
        {aside !== undefined && <View className={s.aside}>{aside}</View>}
      </View>
      {children}
      {error ? (
        <View className={s.error} {...a11y({ role: 'alert' })}>
          {error}
        </View>
      ) : (
        hint !== undefined && <View className={s.hint}>{hint}</View>
      )}
    </View>
  )
}
