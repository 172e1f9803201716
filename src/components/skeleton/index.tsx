import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Card } from '../card'
import s from './index.module.scss'

/** Cards of the shape that is about to come, so that nothing jumps. */
export function Skeleton({ cards = 3, lines = 3 }: { cards?: number; lines?: number }) {
  return (
    <View data-state="loading" {...a11y({ role: 'status', label: '正在打开' })}>
      {Array.from({ length: cards }, (_, card) => (
        <Card key={card}>
          {Array.from({ length: lines }, (_line, line) => (
            <View
              key={line}
              className={`${s.line} ${line === 0 ? s.first : ''} ${line === lines - 1 ? s.last : ''}`}
            />
          ))}
        </Card>
      ))}
    </View>
  )
}
