import { addDays, dayOf, momentOf } from '../ticket/workdays'

/** R-A5: when a freed seat may be offered, and by when it must be confirmed. Nobody is woken at night for it. */
const HOUR = 3_600_000
/** Hours of the day (Asia/Shanghai) in which offers are made, and in which their time runs. */
const OPENS = 8
const CLOSES = 20
const CONFIRM_MS = 2 * HOUR
/** With less than this left until the cut-off nobody could answer: the seat stays for walk-ins. */
const LEAST_MS = 15 * 60_000

/** The next moment, from now on, at which a seat may be offered; undefined when there is none before the cut-off. */
export function nextOfferAt(now: Date, cutOff: Date): Date | undefined {
  const today = dayOf(now)
  const opens = momentOf(today, OPENS)
  const at = now < opens ? opens : now < momentOf(today, CLOSES) ? now : momentOf(addDays(today, 1), OPENS)
  return cutOff.getTime() - at.getTime() >= LEAST_MS ? at : undefined
}

/** By when an offer made now must be confirmed: two hours of the day, the rest of them tomorrow; the cut-off at last. */
export function confirmBy(now: Date, cutOff: Date): Date {
  const today = dayOf(now)
  const after = now.getTime() + CONFIRM_MS
  const overnight = after - momentOf(today, CLOSES).getTime()
  const by = overnight > 0 ? momentOf(addDays(today, 1), OPENS).getTime() + overnight : after
  return new Date(Math.min(by, cutOff.getTime()))
}
