import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useState } from 'react'
import { Refusal, useCommand, useQuery } from '@/cloud'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Island } from '@/components/island'
import { NoticeBar } from '@/components/notice-bar'
import { Skeleton } from '@/components/skeleton'
import { dateWords, spanWords } from '@/features/time'
import type { BookingView } from '@core/contracts/reception/views'
import { After } from './after'
import { BookingCard } from './booking-card'
import { offersOf } from './days'
import { DetailsSheet } from './details-sheet'
import { Lost } from './lost'

/** Cards beside each other at once; older ones are years back. */
const MOST_CARDS = 20

const openReception = (query = '') => void Taro.navigateTo({ url: `/pages/reception/index${query}` })

/** The person's own bookings; cancelling asks once. */
export function MyBookings() {
  const { data, failure, reload } = useQuery('reception.mine', {})
  const cancel = useCommand('reception.cancel')
  const confirm = useCommand('reception.confirm')
  const [asking, setAsking] = useState<BookingView>()
  const [adding, setAdding] = useState<BookingView>()
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
          label: '去预约',
          onClick: () => void Taro.redirectTo({ url: '/pages/reception/index' }),
        }}
      />
    )
  }
  const give = async (booking: BookingView) => {
    if (!(await cancel.send({ bookingId: booking.id }))) return
    setAsking(undefined)
    await reload()
  }
  const take = async (booking: BookingView) => {
    await confirm.send({ bookingId: booking.id })
    await reload()
  }
  return (
    <View data-state="filled">
      {confirm.failure && (
        <Missed
          failure={confirm.failure}
          onOffer={({ date }) => {
            confirm.clear()
            openReception(`?date=${date}`)
          }}
        />
      )}
      {data.bookings.slice(0, MOST_CARDS).map((booking) => (
        <Island key={booking.id}>
          <BookingCard
            booking={booking}
            busy={confirm.busy}
            onConfirm={() => void take(booking)}
            onDetails={() => setAdding(booking)}
            onMove={() => openReception(`?moves=${booking.id}`)}
            onCancel={() => setAsking(booking)}
          />
          <After booking={booking} onRated={() => void reload()} />
        </Island>
      ))}
      <Island>
        {asking && (
          <ConfirmSheet
            {...questionOf(asking)}
            busy={cancel.busy}
            error={cancel.failure?.message}
            onConfirm={() => void give(asking)}
            onClose={() => {
              cancel.clear()
              setAsking(undefined)
            }}
          />
        )}
        {adding && (
          <DetailsSheet
            booking={adding}
            onSaved={() => {
              setAdding(undefined)
              void reload()
            }}
            onClose={() => setAdding(undefined)}
          />
        )}
      </Island>
    </View>
  )
}

/** An offer that could not be taken any more: what happened, and what is free instead (R-A5). */
function Missed({
  failure,
  onOffer,
}: {
  failure: Error
  onOffer: React.ComponentProps<typeof Lost>['onOffer']
}) {
  return failure instanceof Refusal && failure.code === 'SLOT_TAKEN' ? (
    <Lost message={failure.message} offers={offersOf(failure.data).slice(0, 3)} onOffer={onOffer} />
  ) : (
    <NoticeBar tone="danger" icon="warning">
      {failure.message}
    </NoticeBar>
  )
}

/** Asks once, with what it means. */
function questionOf({ state, date, from, to }: BookingView) {
  const when = `${dateWords(date)} ${spanWords(from, to)}`
  if (state === 'waiting') {
    return { title: '退出排队', words: `退出后，${when} 有空位不再通知您。`, confirm: '退出排队' }
  }
  if (state === 'offered') {
    return {
      title: '不要这个名额',
      words: `${when} 的名额会马上给下一位，想再约要重新排队。`,
      confirm: '不要了，让给下一位',
    }
  }
  return {
    title: '取消预约',
    words: `取消后，${when} 的名额会马上让给别人，想再约要重新选时段。`,
    confirm: '取消这个预约',
  }
}
