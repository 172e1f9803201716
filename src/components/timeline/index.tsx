import { type ReactNode } from 'react'
import { Text, View } from '@tarojs/components'
import { a11y } from '../a11y'
import s from './index.module.scss'

export interface TimelineLine {
  key: string | number
  title: string
  /** When and who, in a quiet line. */
  note: string
  body?: ReactNode
  /** A mark beside the title, e.g. for lines only some may read. */
  mark?: string
}

/** What happened, newest first; the first line is the present. */
export function Timeline({ lines }: { lines: TimelineLine[] }) {
  return (
    <View className={s.timeline} {...a11y({ role: 'list' })}>
      {lines.map((line, index) => (
        <View
          key={line.key}
          className={`${s.line} ${index === 0 ? s.now : ''}`}
          {...a11y({ role: 'listitem' })}
        >
          <View className={s.title}>
            {line.title}
            {line.mark && <Text className={s.mark}>{line.mark}</Text>}
          </View>
          <View className={s.note}>{line.note}</View>
          {line.body}
        </View>
      ))}
    </View>
  )
}
