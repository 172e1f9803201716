import { ratedToo, type Join } from '@core/ticket/me-too'
import { mayHaveJoiners } from '@core/ticket/public-matter'
import { keyOf } from '@core/ticket/settle'
import type { Ticket } from '@core/ticket/types'

const HOUR = 3_600_000
/** People who said "me too" of every public matter of the demo county (R-T3); the first has yet to rate what is done. */
const NEIGHBOURS = ['citizen-1', 'citizen-3', 'citizen-24', 'citizen-27']

/** The joins of these tickets, said in the hours after each was marked. */
export const joinsOf = (tickets: readonly Ticket[]): Join[] =>
  tickets.filter(mayHaveJoiners).flatMap((ticket) => neighboursOf(ticket).map(said(ticket)))

/** Who joined this one. */
export const neighboursOf = (ticket: Ticket): string[] =>
  mayHaveJoiners(ticket) ? NEIGHBOURS.filter((id) => id !== ticket.reporter?.personId) : []

const said =
  (ticket: Ticket) =>
  (personId: string, index: number): Join => {
    const { at } = ticket.events.find(({ type }) => type === 'ticket.mark')!
    const when = new Date(at.getTime() + (index + 1) * HOUR)
    const _id = `${ticket._id}.${personId}`
    const key = keyOf(when, _id)
    const join: Join = { _id, version: 1, ticketId: ticket._id, personId, sortKey: key, changeKey: key }
    if (ticket.closedAt === undefined || index === 0) return join
    const result = index === 2 ? ('basic' as const) : ('satisfied' as const)
    const rating = { solved: 'solved' as const, result, reasons: [], key: `demo.${index}` }
    return ratedToo(join, ticket, rating, new Date(ticket.closedAt.getTime() + index * HOUR))
  }
