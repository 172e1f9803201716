import type { ReactNode } from 'react'
import { View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import s from './docket.module.scss'

/** What every document on paper is made of. */

export function Part({ title, children }: { title: string; children: ReactNode }) {
  return (
    <View className={s.part}>
      <View className={s.heading} {...a11y({ role: 'heading', level: 3 })}>
        {title}
      </View>
      {children}
    </View>
  )
}

export function Facts({ rows }: { rows: [string, string | undefined][] }) {
  return (
    <View className={s.facts}>
      {rows.map(
        ([name, value]) =>
          value && (
            <View key={name} className={s.fact}>
              <View className={s.name}>{name}</View>
              <View className={s.value}>{value}</View>
            </View>
          ),
      )}
    </View>
  )
}

export const Words = ({ label, children }: { label?: string; children: string }) => (
  <View className={s.words}>{label ? `${label}：${children}` : children}</View>
)

export const joined = (between: string, ...parts: (string | false | undefined)[]): string =>
  parts.filter(Boolean).join(between)
