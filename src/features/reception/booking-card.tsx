import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Tag, type Tone } from '@/components/tag'
import type { IconName } from '@/components/icon'
import { dateWords, momentWords, spanWords } from '@/features/time'
import type { BookingView } from '@core/contracts/reception/views'
import { BOOKING_STATES, type BookingState } from '@core/reception/words'
import s from './booking-card.module.scss'

const LOOK: Record<BookingState, { icon: IconName; tone: Tone }> = {
  confirming: { icon: 'clock', tone: 'main' },
  offered: { icon: 'star', tone: 'act' },
  waiting: { icon: 'clock', tone: 'main' },
  booked: { icon: 'done', tone: 'ok' },
  moving: { icon: 'clock', tone: 'main' },
  cancelling: { icon: 'clock', tone: 'plain' },
  cancelled: { icon: 'undo', tone: 'plain' },
  refused: { icon: 'no', tone: 'plain' },
  lapsed: { icon: 'no', tone: 'plain' },
  arrived: { icon: 'pin', tone: 'main' },
  serving: { icon: 'people', tone: 'main' },
  finished: { icon: 'done', tone: 'ok' },
  noShow: { icon: 'no', tone: 'plain' },
}
const AHEAD: readonly BookingState[] = ['booked', 'arrived', 'serving']

/** A booking: while it lies ahead the code to show, when, where and what to bring. */
export function BookingCard({ booking, onCancel }: { booking: BookingView; onCancel(): void }) {
  const ahead = AHEAD.includes(booking.state)
  return (
    <Card tone={ahead ? 'main' : undefined}>
      <View className={s.head}>
        <Tag {...LOOK[booking.state]}>{BOOKING_STATES[booking.state]}</Tag>
      </View>
      {ahead && (
        <View className={s.ticket}>
          <View className={s.note}>到场报这个号码</View>
          <View className={s.code}>{booking.code}</View>
        </View>
      )}
      <View className={s.when}>
        {dateWords(booking.date)} {spanWords(booking.from, booking.to)}
      </View>
      <View>
        {booking.leaderName}（{booking.post}）
      </View>
      <View className={s.line}>地点：{booking.place}</View>
      <View className={s.line}>
        事项：{booking.topic} · {booking.people} 人
      </View>
      {ahead && <View className={s.line}>请带身份证，和这件事有关的材料；提前 15 分钟到</View>}
      {booking.canCancel && (
        <View className={s.cancel}>
          <Button kind="plain" onClick={onCancel}>
            取消预约
          </Button>
          <View className={s.note}>{momentWords(booking.cutOff, Date.now())} 前可以取消</View>
        </View>
      )}
    </Card>
  )
}
