import * as repository from './closed.repository'

/** Tickets closed since then: how many, and the newest of them as far as public figures need them. */
export const closedTickets = repository.closedSince
