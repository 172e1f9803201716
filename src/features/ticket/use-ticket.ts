import { useQuery, type Query } from '@/cloud'
import type { TicketAnswer, TicketView } from '@core/contracts/ticket/views'

export interface OneTicket extends Omit<Query<TicketAnswer>, 'data' | 'put'> {
  ticket?: TicketView
  /** Shows the answer of a command at once. */
  put(answer: TicketAnswer): void
}

/** One ticket as this reader may see it. */
export function useTicket(ticketId: string): OneTicket {
  const { data, ...query } = useQuery('ticket.get', { ticketId })
  return { ...query, ticket: data?.ticket }
}
