import { confirmBy, nextOfferAt } from './offers'
import { isUnsettled, settlesAt } from './settling'
import type { Day, Seat } from './types'

/**
 * R-A5: the waiting list of a day, as one pure step. What it decides is stored in one write on the version that was
 * read: either all of it happened or nothing.
 */

/** A claim that is still on its way when its call has died is not on its way after this. */
const TOMBSTONE_MS = 3_600_000
/** Who waits for a slot; more would only be disappointed. */
export const MOST_WAITING = 50

/** By when a tombstone that is put up now has done its work. */
export const stands = (now: Date): Date => new Date(now.getTime() + TOMBSTONE_MS)

/**
 * What time and freed seats bring to a day: offers that ran out fall to the next, free seats are offered in order, at
 * the cut-off the waiting is over, and tombstones that have done their work go. Whoever is touched is in the outbox.
 */
export function swept(day: Day, now: Date): Day {
  const { cutOff, slots } = day
  const free = { ...day.free }
  const seats = { ...day.seats }
  const waiting = { ...day.waiting }
  const touched = new Set(day.outbox)
  const isOver = cutOff <= now
  const mayOffer = nextOfferAt(now, cutOff)?.getTime() === now.getTime()
  for (const { id } of slots) {
    const kept: Record<string, Seat> = {}
    const inLine = isOver ? [] : [...(waiting[id] ?? [])]
    for (const [seatId, seat] of Object.entries(seats[id] ?? {})) {
      if (seat.state === 'void' && isPast(seat, now)) continue
      const ranOut = seat.state === 'offered' && isPast(seat, now)
      const ends = ranOut || (isOver && (seat.state === 'offered' || seat.state === 'waiting'))
      kept[seatId] = ends ? { ...seat, state: 'void', until: stands(now) } : seat
      if (!ends) continue
      if (seat.state === 'offered') free[id] = (free[id] ?? 0) + 1
      touched.add(seat.bookingId)
    }
    while (mayOffer && (free[id] ?? 0) > 0 && inLine.length > 0) {
      const seatId = inLine.shift()!
      const seat = kept[seatId]!
      kept[seatId] = { ...seat, state: 'offered', until: confirmBy(now, cutOff) }
      free[id]! -= 1
      touched.add(seat.bookingId)
    }
    seats[id] = kept
    waiting[id] = inLine
  }
  return awake({ ...day, free, seats, waiting, outbox: [...touched] }, now)
}

/** What bookings have followed leaves the outbox. */
export function followedUp(day: Day, done: readonly string[], now: Date): Day {
  return awake({ ...day, outbox: day.outbox.filter((id) => !done.includes(id)) }, now)
}

/** Wakes the day for what is next. */
export function awake(day: Day, now: Date): Day {
  const { wakeAt: _woken, failures: _failures, ...rest } = day
  const { cutOff, outbox, slots } = day
  const moments = slots.flatMap(({ id }) => {
    const untils = Object.values(day.seats[id] ?? {}).flatMap(({ until }) => until ?? [])
    if (!day.waiting[id]?.length) return untils
    const offer = (day.free[id] ?? 0) > 0 ? nextOfferAt(now, cutOff) : undefined
    return [...untils, cutOff, ...(offer ? [offer] : [])]
  })
  if (outbox.length > 0) moments.push(now)
  if (isUnsettled(day)) moments.push(settlesAt(day.date))
  if (moments.length === 0) return rest
  return { ...rest, wakeAt: new Date(Math.min(...moments.map((moment) => moment.getTime()))) }
}

const isPast = ({ until }: Seat, now: Date): boolean => until === undefined || until <= now
