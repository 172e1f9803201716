export type { ClosedTicket } from './closed.repository'
export { closedTickets } from './closed.service'
export { wakeTicket } from './commit.service'
export { ticketsReopened } from './reopened.service'
export {
  commit as commitTicket,
  due as dueTickets,
  load as loadTicket,
  movedBetween,
  type ListedTicket,
} from './ticket.repository'
