import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { useCommand, useQuery } from '@/cloud'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Island } from '@/components/island'
import { Skeleton } from '@/components/skeleton'
import { dateWords, spanWords } from '@/features/time'
import type { BookingView } from '@core/contracts/reception/views'
import { After } from './after'
import { BookingCard } from './booking-card'

/** The person's own bookings; cancelling asks once. */
export function MyBookings() {
  const { data, failure, reload } = useQuery('reception.mine', {})
  const cancel = useCommand('reception.cancel')
  const [asking, setAsking] = useState<BookingView>()
  if (!data) {
    return failure ? (
      <ErrorState message={failure.message} onRetry={() => void reload()} />
    ) : (
      <Skeleton cards={2} lines={5} />
    )
  }
  if (data.bookings.length === 0) {
    return (
      <Empty
        icon="calendar"
        title="还没有预约"
        words="约好后，这里有到场要报的号码、时间和地点"
        action={{
          label: '预约县领导',
          onClick: () => void Taro.redirectTo({ url: '/pages/reception/index' }),
        }}
      />
    )
  }
  const confirm = async (booking: BookingView) => {
    if (!(await cancel.send({ bookingId: booking.id }))) return
    setAsking(undefined)
    await reload()
  }
  return (
    <View data-state="filled">
      {data.bookings.map((booking) => (
        <View key={booking.id}>
          <BookingCard booking={booking} onCancel={() => setAsking(booking)} />
          <After booking={booking} onRated={() => void reload()} />
        </View>
      ))}
      <Island>
        {asking && (
          <ConfirmSheet
            title="取消预约"
            words={`取消后，${dateWords(asking.date)} ${spanWords(asking.from, asking.to)} 的名额会马上让给别人，想再约要重新选时段。`}
            confirm="取消这个预约"
            busy={cancel.busy}
            error={cancel.failure?.message}
            onConfirm={() => void confirm(asking)}
            onClose={() => {
              cancel.clear()
              setAsking(undefined)
            }}
          />
        )}
      </Island>
    </View>
  )
}
