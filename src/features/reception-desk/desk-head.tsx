import { View } from '@tarojs/components'
import type { DeskView } from '@core/contracts/reception/desk-views'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'
import { dateWords, spanWords } from '@/features/time'
import s from './desk.module.scss'
import { dayState } from './words'

/** Who receives, who is in, who is next. */
export function DeskHead({ view: { day, visitors, serving, next } }: { view: DeskView }) {
  const numberOf = (id: string | undefined) => visitors.find(({ bookingId }) => bookingId === id)?.number
  return (
    <>
      <Card>
        <View className={s.head}>
          <View className={s.name}>{day.leaderName}</View>
          <Tag
            icon="people"
            tone={day.openedAt !== undefined && day.closedAt === undefined ? 'main' : 'plain'}
          >
            {dayState(day, Date.now())}
          </Tag>
        </View>
        <View className={s.line}>
          {dateWords(day.date)} {spanWords(day.from, day.to)} · {day.place}
        </View>
      </Card>
      {day.openedAt !== undefined && day.closedAt === undefined && (
        <Card tone="main">
          <View className={s.now}>
            <Figure label="正在接待" value={numberOf(serving)} />
            <Figure label="下一位" value={numberOf(next)} />
            <Figure label="等候" value={day.waiting} unit="人" />
          </View>
        </Card>
      )}
    </>
  )
}

function Figure({ label, value, unit = '号' }: { label: string; value?: number; unit?: string }) {
  return (
    <View>
      <View className={s.quiet}>{label}</View>
      <View className={s.number}>{value === undefined ? '–' : `${value} ${unit}`}</View>
    </View>
  )
}
