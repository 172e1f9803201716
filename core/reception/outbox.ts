import { reminderNotice } from './notices'
import type { Booking } from './types'

/** What a booking has to tell, and when time must touch it next. */
type Notices = Booking['outbox']

const MINUTE = 60_000
const HOUR = 60 * MINUTE

/** R-A5: what time brings to a booking at rest: reminders the day before and two hours before. */
export function reminded(booking: Booking, now: Date): Booking {
  if (booking.state !== 'booked') return withOutbox(booking, [], now)
  const due = remindersOf(booking).filter(
    ({ at }) => at <= now && at >= (booking.wakeAt ?? now) && booking.day.from > now,
  )
  return withOutbox(
    booking,
    due.map(({ soon }) => reminderNotice(booking, soon)),
    now,
  )
}

/** These notices have been delivered. */
export function delivered(booking: Booking, sent: Notices, now: Date): Booking {
  const outbox = booking.outbox.filter((entry) => !sent.some(({ template }) => template === entry.template))
  return withOutbox({ ...booking, outbox }, [], now)
}

/** Puts notices into the outbox and wakes the booking for what is next: delivery at once, else the next reminder. */
export function withOutbox(booking: Booking, notices: Notices, now: Date): Booking {
  const { wakeAt: _woken, failures: _failures, ...rest } = booking
  const outbox = [...booking.outbox, ...notices]
  const next = rest.state === 'booked' ? remindersOf(booking).find(({ at }) => at > now)?.at : undefined
  // R-A9: a recording that has begun is finished whatever else happens.
  const recording = rest.outcome?.pending && new Date(now.getTime() + MINUTE)
  const wakeAt = outbox.length > 0 ? now : (recording ?? next)
  return { ...rest, outbox, ...(wakeAt ? { wakeAt } : {}) }
}

const remindersOf = ({ day }: Booking) =>
  [24, 2].map((hours) => ({ at: new Date(day.from.getTime() - hours * HOUR), soon: hours === 2 }))
