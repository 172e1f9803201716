import { useState } from 'react'
import { View } from '@tarojs/components'
import { Island } from '@/components/island'
import { BookSheet, openBookings, type Choice } from './book-sheet'
import { Schedule, useSchedule } from './schedule'

/** Choosing a slot and booking it. */
export function Booking({ date }: { date?: string }) {
  const schedule = useSchedule()
  const [choice, setChoice] = useState<Choice>()
  return (
    <View>
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
          })
        }
      />
      <Island>
        {choice && (
          <BookSheet
            choice={choice}
            onBooked={() => {
              setChoice(undefined)
              openBookings()
            }}
            onOffer={(offer) => setChoice({ ...choice, ...offer })}
            onClose={() => {
              setChoice(undefined)
              void schedule.reload()
            }}
          />
        )}
      </Island>
    </View>
  )
}
