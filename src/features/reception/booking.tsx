import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@/cloud'
import { Island } from '@/components/island'
import { NoticeBar } from '@/components/notice-bar'
import { dateWords, spanWords } from '@/features/time'
import type { SlotOffer } from '@core/contracts/reception/views'
import { BookSheet, openBookings, type Choice } from './book-sheet'
import { MoveSheet } from './move-sheet'
import { Schedule, useSchedule } from './schedule'

interface Props {
  date?: string
  /** The booking that is to be moved; absent: a new one. */
  moves?: string
}

/** Choosing a slot and booking it, or moving a booking to it. */
export function Booking({ date, moves }: Props) {
  const schedule = useSchedule()
  const mine = useQuery('reception.mine', moves === undefined ? undefined : {})
  const [choice, setChoice] = useState<Choice>()
  const booking = mine.data?.bookings.find(({ id, canMove }) => id === moves && canMove)

  const done = () => {
    setChoice(undefined)
    if (moves === undefined) openBookings()
    else void Taro.navigateBack()
  }
  const offered = (offer: SlotOffer) => choice && setChoice({ ...choice, ...offer, full: false })
  const close = () => {
    setChoice(undefined)
    void schedule.reload()
  }
  return (
    <View>
      {booking && (
        <NoticeBar tone="main" icon="swap">
          {`改期：原来约在 ${dateWords(booking.date)} ${spanWords(booking.from, booking.to)}，请选新的时段`}
        </NoticeBar>
      )}
      <Schedule
        schedule={schedule}
        date={date}
        onChoose={(day, slot) =>
          setChoice({
            dayId: day.id,
            slotId: slot.id,
            date: day.date,
            from: slot.from,
            to: slot.to,
            leaderName: day.leaderName,
            topics: day.topics,
            full: slot.free === 0,
          })
        }
      />
      <Island>
        {choice && booking && (
          <MoveSheet booking={booking} choice={choice} onMoved={done} onOffer={offered} onClose={close} />
        )}
        {choice && moves === undefined && (
          <BookSheet choice={choice} onBooked={done} onOffer={offered} onClose={close} />
        )}
      </Island>
    </View>
  )
}
