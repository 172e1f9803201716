import { useState } from 'react'
import { View } from '@tarojs/components'
import type { BookingView } from '@core/contracts/reception/views'
import { BOOKING_STATES } from '@core/reception/words'
import { useCommand, useQuery } from '@/cloud'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { useDrawn } from '@/components/drawn'
import { NoticeBar } from '@/components/notice-bar'
import { Tag } from '@/components/tag'
import { useSettled } from '@/features/intake'
import { dateWords, spanWords } from '@/features/time'
import { lookUpIn } from './phone-booking'
import s from './phone-booking.module.scss'

/** Of a caller only the last ones; what lies ahead comes first. */
const MOST = 5

interface Props {
  caller: string
  onMove(booking: BookingView): void
}

/** R-A3: what the caller has booked already, to read out, to move or to cancel. Silent while nothing is known. */
export function CallerBookings({ caller, onMove }: Props) {
  const settled = useSettled(caller)
  const asked = lookUpIn(settled ?? '')
  const { data, failure, reload } = useQuery('reception.lookUp', asked)
  const cancel = useCommand('reception.cancel')
  const [asking, setAsking] = useState<BookingView>()
  const drawn = useDrawn(MOST, 2)
  if (!asked) return null
  if (failure) {
    return (
      <NoticeBar tone="danger" icon="warning">
        {failure.message}
      </NoticeBar>
    )
  }
  if (!data) return null
  const { bookings, noShows = 0 } = data
  const give = async (booking: BookingView) => {
    if (!(await cancel.send({ bookingId: booking.id }))) return
    setAsking(undefined)
    await reload()
  }
  return (
    <View>
      {noShows > 0 && <NoticeBar icon="info">{`这个号码曾有 ${noShows} 次约了没来`}</NoticeBar>}
      {bookings.length === 0 && (
        <NoticeBar icon="info">
          {asked.code !== undefined ? '没有这个预约号' : '这个号码还没有预约'}
        </NoticeBar>
      )}
      {[...bookings]
        .sort((a, b) => Number(b.canCancel) - Number(a.canCancel))
        .slice(0, Math.min(drawn, MOST))
        .map((booking) => (
          <Found
            key={booking.id}
            booking={booking}
            onMove={() => onMove(booking)}
            onCancel={() => setAsking(booking)}
          />
        ))}
      {asking && (
        <ConfirmSheet
          title="取消预约"
          words={`替对方取消 ${whenOf(asking)} 的预约，名额马上让给别人。请先和对方确认。`}
          confirm="取消这个预约"
          busy={cancel.busy}
          error={cancel.failure?.message}
          onConfirm={() => void give(asking)}
          onClose={() => {
            cancel.clear()
            setAsking(undefined)
          }}
        />
      )}
    </View>
  )
}

const whenOf = ({ date, from, to }: BookingView): string => `${dateWords(date)} ${spanWords(from, to)}`

function Found({ booking, onMove, onCancel }: { booking: BookingView; onMove(): void; onCancel(): void }) {
  const { state, code, leaderName, topic, people, visitor, way, canMove, canCancel } = booking
  return (
    <Card tone={canCancel ? 'main' : undefined}>
      <View className={s.head}>
        <View className={s.when}>{whenOf(booking)}</View>
        <Tag tone={canCancel ? 'main' : 'plain'}>{BOOKING_STATES[state]}</Tag>
      </View>
      <View>{`${leaderName} · ${topic} · ${people} 人`}</View>
      <View className={s.line}>
        {[`预约号 ${code}`, visitor?.name, way === 'self' && '在微信里约的'].filter(Boolean).join(' · ')}
      </View>
      {(canMove || canCancel) && (
        <View className={s.buttons}>
          {canMove && (
            <Button kind="plain" small label={`改期 ${code}`} onClick={onMove}>
              改期
            </Button>
          )}
          {canCancel && (
            <Button kind="plain" small label={`取消 ${code}`} onClick={onCancel}>
              {state === 'waiting' ? '退出排队' : '取消'}
            </Button>
          )}
        </View>
      )}
    </Card>
  )
}
