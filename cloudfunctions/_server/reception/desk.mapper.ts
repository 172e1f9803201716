import type { DeskDay, DeskView, VisitorView } from '@core/contracts/reception/desk-views'
import { maskName } from '@core/privacy'
import {
  freeSeats,
  servingOf,
  visitorsOf,
  waitingOf,
  type Booking,
  type Day,
  type Visitor,
} from '@core/reception'
import type { CallContext } from '../runtime/context'

/** A reception day in a list. */
export function deskDay(day: Day): DeskDay {
  const { _id, kind, leaderName, post, date, place, slots, openedAt, closedAt } = day
  const entries = visitorsOf(day).map(({ entry }) => entry)
  const finished = entries.filter((entry) => entry?.state === 'finished')
  return {
    id: _id,
    kind,
    leaderName,
    post,
    date,
    place,
    from: slots[0]!.from.getTime(),
    to: slots[slots.length - 1]!.to.getTime(),
    ...(openedAt ? { openedAt: openedAt.getTime() } : {}),
    ...(closedAt ? { closedAt: closedAt.getTime() } : {}),
    booked: entries.length,
    waiting: entries.filter((entry) => entry?.state === 'arrived').length,
    served: finished.length,
    unrecorded: finished.filter((entry) => entry?.outcome === undefined).length,
  }
}

export function deskView(day: Day, bookings: readonly Booking[], ctx: CallContext): DeskView {
  const serving = servingOf(day)
  const next = waitingOf(day)[0]
  const visitors = visitorsOf(day).flatMap((visitor) => {
    const booking = bookings.find(({ _id }) => _id === visitor.bookingId)
    return booking ? [visitorView(day, visitor, booking, ctx)] : []
  })
  return {
    day: deskDay(day),
    visitors,
    ...(serving ? { serving: serving.bookingId } : {}),
    ...(next ? { next: next.bookingId } : {}),
    slots: day.slots
      .map(({ id, from, to }) => ({
        id,
        from: from.getTime(),
        to: to.getTime(),
        free: freeSeats(day, id),
      }))
      .filter(({ free, to }) => free > 0 && to > ctx.now.getTime()),
  }
}

/** R-P4: masked, whoever reads it. */
function visitorView(
  day: Day,
  { bookingId, slotId, entry }: Visitor,
  { topic, people, way, noShows, visitor }: Booking,
  { vault, now }: CallContext,
): VisitorView {
  const slot = day.slots.find(({ id }) => id === slotId)!
  const name = vault.open(visitor?.name)
  return {
    bookingId,
    from: slot.from.getTime(),
    to: slot.to.getTime(),
    state: entry?.state ?? 'expected',
    ...(entry?.number === undefined ? {} : { number: entry.number }),
    ...(name === undefined ? {} : { name: maskName(name) }),
    topic,
    people,
    way,
    noShows,
    ...(entry?.arrivedAt ? { arrivedAt: entry.arrivedAt.getTime() } : {}),
    ...(entry?.calledAt ? { calledAt: entry.calledAt.getTime() } : {}),
    ...(entry?.outcome ? { outcome: entry.outcome } : {}),
    over: slot.to <= now,
  }
}
