import type { TicketCard } from '@core/contracts/ticket/views'

/** The two to show: what waits for the reporter, then what is due first; each once. */
export function nearest(tickets: readonly TicketCard[]): TicketCard[] {
  const once = [...new Map(tickets.map((ticket) => [ticket.id, ticket])).values()]
  const rank = (ticket: TicketCard) => (ticket.waitsForMe ? 0 : (ticket.due?.at ?? Infinity))
  return once.sort((a, b) => Math.sign(rank(a) - rank(b) || 0)).slice(0, 2)
}
