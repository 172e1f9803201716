import { refuse } from '../errors'
import { askWhy } from './decisions/rating'
import type { Ticket } from './types'
import type { DissatisfiedReason, Satisfaction, Solved } from './words'

/** Somebody's "me too": `joins/<ticketId>.<personId>`, never an array on the ticket. */
export interface Join {
  _id: string
  version: number
  ticketId: string
  personId: string
  /** `<13-digit ms>-<_id>` of the first time. */
  sortKey: string
  /** The same of the last time they said it or took it back: how those who count people find it (R-D6). Indexed. */
  changeKey: string
  /** They took it back. */
  left?: true
  /** What they said of the results, once a round (R-T9). */
  ratings?: JoinRating[]
}

export interface JoinRating {
  round: number
  at: Date
  solved: Solved
  result: Satisfaction
  reasons: DissatisfiedReason[]
  /** Of the request: a repeated one changes nothing more. */
  key: string
}

/** R-T9: nobody is asked twice about one round, nor before it has ended. */
export const mayRateToo = (
  ticket: Pick<Ticket, 'status' | 'round'>,
  { ratings = [] }: Pick<Join, 'ratings'>,
): boolean => ticket.status === 'closed' && !ratings.some(({ round }) => round === ticket.round)

/**
 * R-T9: what somebody who said "me too" thinks of the result. It decides nothing and is no reporter's rating: the figures
 * of R-S7 do not have it; the centre, supervision and the unit see it beside the ticket.
 *
 * @throws AppError RULE_REFUSED in words; INVALID_INPUT where a reason is missing (R-C2)
 */
export function ratedToo(
  join: Join,
  ticket: Pick<Ticket, 'status' | 'round'>,
  { solved, result, reasons, key }: Omit<JoinRating, 'round' | 'at'>,
  now: Date,
): Join {
  const { ratings = [] } = join
  if (ratings.some((rating) => rating.key === key)) return join
  if (ticket.status !== 'closed') refuse('这件事还没有办结，办结后再请您评价')
  if (!mayRateToo(ticket, join)) refuse('您已经评价过了，谢谢您')
  askWhy({ result, reasons })
  const rating = { round: ticket.round, at: now, solved, result, reasons: [...new Set(reasons)], key }
  return { ...join, ratings: [...ratings, rating] }
}
