import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@/cloud'
import { Island } from '@/components/island'
import { NoticeBar } from '@/components/notice-bar'
import { dateWords, spanWords } from '@/features/time'
import type { BookingView, SlotOffer } from '@core/contracts/reception/views'
import { BookSheet, choiceOf, openBookings, type Choice } from './book-sheet'
import { MoveSheet } from './move-sheet'
import { Schedule, useSchedule } from './schedule'

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

/** One of the person's own bookings; while it is being found the days can be looked at already. */
function OwnMove({ id, date }: { id: string; date?: string }) {
  const { data } = useQuery('reception.mine', {})
  const booking = data?.bookings.find((each) => each.id === id && each.canMove)
  return <MoveBooking booking={booking} date={date} onMoved={() => void Taro.navigateBack()} />
}

interface MoveProps {
  /** Absent: not known yet. */
  booking?: BookingView
  date?: string
  onMoved(): void
}

/** R-A5: another slot for a booking, one's own or that of somebody who has called. */
export function MoveBooking({ booking, date, onMoved }: MoveProps) {
  const { schedule, choice, setChoice, close, offered } = useChoice()
  return (
    <View>
      {booking && (
        <NoticeBar tone="main" icon="swap">
          {`改期：原来约在 ${dateWords(booking.date)} ${spanWords(booking.from, booking.to)}，请选新的时段`}
        </NoticeBar>
      )}
      <Schedule schedule={schedule} date={date} onChoose={(day, slot) => setChoice(choiceOf(day, slot))} />
      <Island>
        {choice && booking && (
          <MoveSheet booking={booking} choice={choice} onMoved={onMoved} onOffer={offered} onClose={close} />
        )}
      </Island>
    </View>
  )
}

/** The slot that was tapped; closing without it reads the days anew, for it may be taken. */
function useChoice() {
  const schedule = useSchedule()
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
