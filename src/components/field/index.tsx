import { type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Island } from '../island'
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

/** A question of a form: label above, answer, and below what is wrong or a hint. Answering redraws only itself. */
export function Field({ label, optional, hint, error, aside, children }: Props) {
  return (
    <Island>
      <View className={s.field}>
        <View className={s.head}>
          <Text className={s.label}>{label}</Text>
          {optional && <Text className={s.optional}>选填</Text>}
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
    </Island>
  )
}
