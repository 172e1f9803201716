import { refuse } from '../errors'
import type { Visit } from '../people/types'
import type { Booking } from './types'

/**
 * R-A3: the same topic of the list, or the same ticket, is not taken to a reception of the same kind again within 60
 * days, unless the old matter is overdue or redone. What a person has booked is kept with them, so that a booking
 * needs no further request to know.
 */

const DAY_MS = 86_400_000
const AGAIN_DAYS = 60
/** What every list of topics has, for all that is not in it: two of them need not be one matter. */
const ANYTHING_ELSE = '其他'

/** The visits that may still stand in the way of another. */
export const recentVisits = (visits: readonly Visit[] | undefined, now: Date): Visit[] =>
  (visits ?? []).filter(({ from }) => from > now.getTime() - AGAIN_DAYS * DAY_MS)

/** The visits with the same topic, where the topic is one of the day's list. */
export function sameTopic(
  visits: readonly Visit[],
  wanted: Pick<Booking, '_id' | 'kind' | 'topic'>,
  topics: readonly string[],
): Visit[] {
  if (wanted.topic === ANYTHING_ELSE || !topics.includes(wanted.topic)) return []
  return visits.filter(
    ({ bookingId, kind, topic }) =>
      bookingId !== wanted._id && kind === wanted.kind && topic === wanted.topic,
  )
}

/** R-A3: the matters a reception was about: the person's own that they brought, and those that came of it (R-A9). */
export const mattersOf = ({ ticketId, outcome }: Pick<Booking, 'ticketId' | 'outcome'>): string[] => [
  ...(ticketId === undefined ? [] : [ticketId]),
  ...(outcome?.tickets.map(({ id }) => id) ?? []),
]

/** Whether the person came with it: what was cancelled or missed is no reception. */
export const tookPlace = ({ state }: Booking): boolean => ['arrived', 'serving', 'finished'].includes(state)

/** @throws AppError RULE_REFUSED with the day from which on it may be brought up again */
export function refuseAgain({ day }: Pick<Booking, 'day'>, what: 'topic' | 'ticket'): never {
  const until = new Date(day.from.getTime() + AGAIN_DAYS * DAY_MS + 8 * 3_600_000).toISOString().slice(0, 10)
  const [, month, date] = until.split('-').map(Number)
  const matter = what === 'topic' ? '这个事项' : '这件事'
  return refuse(
    `${matter}不久前已经接待过，正在办理；${month}月${date}日以后可以再约，有新情况可以在原事项里补充`,
  )
}
