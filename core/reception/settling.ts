import { addDays, momentOf } from '../ticket/workdays'
import { visitorsOf, type Visitor } from './desk'
import type { Day, DeskEntry } from './types'

/**
 * R-A7: a day that nobody closed is settled by the clock once its date is over and the desk can do nothing about it any
 * more. Whether it counts as held follows from what the desk did (R-A1, R-A2): nothing of that is changed here.
 */

/** When there is nobody left who could work at the day. */
export const settlesAt = (date: string): Date => momentOf(addDays(date, 1), 0)

/** Visitors of whom nobody has said how it ended. */
const leftOver = (day: Day): Visitor[] =>
  visitorsOf(day).filter(({ entry }) => entry === undefined || ['arrived', 'serving'].includes(entry.state))

/** Whether the clock has to come for this day: it was opened and not closed, or visitors are left over. */
export const isUnsettled = (day: Day): boolean =>
  day.published && !day.closedAt && (day.openedAt !== undefined || leftOver(day).length > 0)

/**
 * Who was in has been received, whoever waited was not called. Who did not come is noted so (R-A5), but not where the
 * desk was never worked at: then there was nobody to come to. Again: nothing to do.
 */
export function settledDay(day: Day, now: Date): Day {
  if (!isUnsettled(day) || settlesAt(day.date) > now) return day
  const wasWorked = day.openedAt !== undefined || Object.keys(day.desk).length > 0
  const left = leftOver(day)
  const entries = left.map(({ bookingId, entry }): [string, DeskEntry] => {
    const { request: _request, ...kept } = entry ?? {}
    const state = entry?.state === 'serving' ? 'finished' : entry || !wasWorked ? 'unserved' : 'noShow'
    return [bookingId, { ...kept, state, endedAt: now }]
  })
  return {
    ...day,
    desk: { ...day.desk, ...Object.fromEntries(entries) },
    outbox: [...new Set([...day.outbox, ...left.map(({ bookingId }) => bookingId)])],
    ...(day.openedAt ? { closedAt: now } : {}),
  }
}
