export type { ClosedTicket } from './closed.repository'
export { closedTickets } from './closed.service'
export { wakeTicket } from './commit.service'
export {
  commit as commitTicket,
  due as dueTickets,
  historiesBetween,
  movedBetween,
  saidIn,
  type ListedTicket,
} from './ticket.repository'
