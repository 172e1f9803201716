import type { BookingView, DayView, SlotOffer } from '@core/contracts/reception/views'
import { unitName } from '@core/knowledge'
import type { Knowledge } from '@core/knowledge/types'
import { maskName, maskPhone } from '@core/privacy'
import {
  bookableSeats,
  changeUntil,
  inLine,
  mayChange,
  type Booking,
  type Offer,
  type OpenDay,
} from '@core/reception'
import type { Vault } from '../runtime/context'

export function dayView(day: OpenDay, knowledge: Knowledge, now: Date): DayView {
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
      free: bookableSeats(day, id, now),
      capacity,
      waiting: inLine(day, id),
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
  const { _id, state, code, kind, dayId, slotId, topic, words, people, day, way } = booking
  const { ticketId, ticketNumber, offeredUntil, outcome, rating } = booking
  const isOpen = mayChange(booking, now)
  return {
    id: _id,
    state,
    code,
    kind,
    centreId: day.centreId,
    dayId,
    slotId,
    topic,
    ...(words === undefined ? {} : { words }),
    people,
    photos: [],
    ...(ticketId === undefined ? {} : { ticket: { id: ticketId, number: ticketNumber ?? '' } }),
    leaderName: day.leaderName,
    post: day.post,
    date: day.date,
    from: day.from.getTime(),
    to: day.to.getTime(),
    place: day.place,
    cutOff: day.cutOff.getTime(),
    ...(outcome && !outcome.pending ? { tickets: outcome.tickets } : {}),
    canRate: state === 'finished' && !rating,
    ...(rating ? { rating: { listened: rating.listened, attitude: rating.attitude } } : {}),
    ...(offeredUntil === undefined ? {} : { offeredUntil: offeredUntil.getTime() }),
    changeUntil: changeUntil(booking).getTime(),
    canCancel: isOpen,
    canMove: isOpen && state === 'booked',
    canDetail: isOpen,
    way,
  }
}

/** Whom it was made for, as whoever made it reads it (R-P4). */
export function visitorView({ visitor }: Booking, vault: Vault): Pick<BookingView, 'visitor'> {
  if (!visitor) return {}
  const [name, phone] = [vault.open(visitor.name), vault.open(visitor.phone)]
  return {
    visitor: {
      ...(name === undefined ? {} : { name: maskName(name) }),
      ...(phone === undefined ? {} : { phone: maskPhone(phone) }),
    },
  }
}
