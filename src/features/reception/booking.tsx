import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@/cloud'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Island } from '@/components/island'
import { NoticeBar } from '@/components/notice-bar'
import { Skeleton } from '@/components/skeleton'
import { useDirectory } from '@/features/directory'
import { dateWords, spanWords } from '@/features/time'
import type { BookingView, SlotOffer } from '@core/contracts/reception/views'
import { BookSheet, choiceOf, openBookings, type Choice } from './book-sheet'
import { MoveSheet } from './move-sheet'
import { Schedule, useSchedule } from './schedule'
import type { Where } from './where'

interface Props {
  date?: string
  /** The booking that is to be moved; absent: a new one. */
  moves?: string
}

/** Choosing a slot and booking it, or moving a booking to it. */
export function Booking({ date, moves }: Props) {
  return moves === undefined ? <NewBooking date={date} /> : <OwnMove id={moves} date={date} />
}

function NewBooking({ date }: { date?: string }) {
  const { schedule, choice, setChoice, close, offered } = useChoice()
  return (
    <View>
      <Schedule schedule={schedule} date={date} onChoose={(day, slot) => setChoice(choiceOf(day, slot))} />
      <Island>
        {choice && (
          <BookSheet
            choice={choice}
            onBooked={() => {
              setChoice(undefined)
              openBookings()
            }}
            onOffer={offered}
            onClose={close}
          />
        )}
      </Island>
    </View>
  )
}

/** One of the person's own bookings, first among the days of where it is (R-A10). */
function OwnMove({ id, date }: { id: string; date?: string }) {
  const { data, failure, reload } = useQuery('reception.mine', {})
  const { directory } = useDirectory()
  if (!data) {
    return failure ? (
      <ErrorState message={failure.message} onRetry={() => void reload()} />
    ) : (
      <Skeleton cards={3} lines={4} />
    )
  }
  const booking = data.bookings.find((each) => each.id === id && each.canMove)
  if (!booking) {
    return <Empty icon="calendar" title="这个预约现在不能改期" words="请回到“我的预约”看看它的状态" />
  }
  const where = directory?.townships.find((township) => township.id === booking.centreId)
  return (
    <MoveBooking
      key={where?.id}
      booking={booking}
      date={date}
      where={where}
      onMoved={() => void Taro.navigateBack()}
    />
  )
}

interface MoveProps {
  booking: BookingView
  date?: string
  /** Whose days are shown first (R-A10). */
  where?: Where
  onMoved(): void
}

/** R-A5: another slot for a booking, one's own or that of somebody who has called. */
export function MoveBooking({ booking, date, where, onMoved }: MoveProps) {
  const { schedule, choice, setChoice, close, offered } = useChoice(where)
  return (
    <View>
      <NoticeBar tone="main" icon="swap">
        {`改期：原来约在 ${dateWords(booking.date)} ${spanWords(booking.from, booking.to)}，请选新的时段`}
      </NoticeBar>
      <Schedule
        schedule={schedule}
        date={date}
        kind={booking.kind}
        onChoose={(day, slot) => setChoice(choiceOf(day, slot))}
      />
      <Island>
        {choice && (
          <MoveSheet booking={booking} choice={choice} onMoved={onMoved} onOffer={offered} onClose={close} />
        )}
      </Island>
    </View>
  )
}

/** The slot that was tapped; closing without it reads the days anew, for it may be taken. */
function useChoice(first?: Where) {
  const schedule = useSchedule(first)
  const [choice, setChoice] = useState<Choice>()
  return {
    schedule,
    choice,
    setChoice,
    close() {
      setChoice(undefined)
      void schedule.reload()
    },
    offered: (offer: SlotOffer) => choice && setChoice({ ...choice, ...offer, full: false }),
  }
}
