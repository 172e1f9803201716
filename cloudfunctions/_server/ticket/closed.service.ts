import * as repository from './ticket.repository'

/** Tickets closed since then: how many, and the newest of them. Two requests. */
export async function closedTickets(
  since: Date,
  most: number,
): Promise<{ total: number; tickets: repository.ListedTicket[] }> {
  const tickets = await repository.closedSince(since, most)
  const total = tickets.length < most ? tickets.length : await repository.countClosedSince(since)
  return { total, tickets }
}
