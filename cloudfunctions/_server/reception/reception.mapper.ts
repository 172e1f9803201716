import type { BookingView, DayView, SlotOffer } from '@core/contracts/reception/views'
import { unitName } from '@core/knowledge'
import type { Knowledge } from '@core/knowledge/types'
import { canCancel, freeSeats, type Booking, type Day, type Offer } from '@core/reception'

export function dayView(day: Day, knowledge: Knowledge, now: Date): DayView {
  const { _id, kind, leaderId, leaderName, post, unitIds, date, place, topics, slots, cutOff } = day
  return {
    id: _id,
    kind,
    leaderId,
    leaderName,
    post,
    units: unitIds.map((unitId) => unitName(knowledge, unitId)),
    date,
    place,
    topics,
    slots: slots.map(({ id, from, to, capacity }) => ({
      id,
      from: from.getTime(),
      to: to.getTime(),
      free: freeSeats(day, id),
      capacity,
    })),
    cutOff: cutOff.getTime(),
    open: day.published && cutOff > now,
  }
}

export const offerView = ({ day, slot, free }: Offer): SlotOffer => ({
  dayId: day._id,
  slotId: slot.id,
  date: day.date,
  from: slot.from.getTime(),
  to: slot.to.getTime(),
  leaderName: day.leaderName,
  free,
})

export function bookingView(booking: Booking, now: Date): BookingView {
  const { _id, state, code, kind, topic, words, people, day, outcome, rating } = booking
  return {
    id: _id,
    state,
    code,
    kind,
    topic,
    ...(words === undefined ? {} : { words }),
    people,
    leaderName: day.leaderName,
    post: day.post,
    date: day.date,
    from: day.from.getTime(),
    to: day.to.getTime(),
    place: day.place,
    cutOff: day.cutOff.getTime(),
    canCancel: canCancel(booking, now),
    ...(outcome && !outcome.pending ? { tickets: outcome.tickets } : {}),
    canRate: state === 'finished' && !rating,
    ...(rating ? { rating: { listened: rating.listened, attitude: rating.attitude } } : {}),
  }
}
