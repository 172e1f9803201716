export type { ClosedTicket } from './closed.repository'
export { closedTickets } from './closed.service'
export { changeTicket } from './command.service'
export { enterTicket } from './enter.service'
export { wakeTicket } from './commit.service'
export { walk } from './walk.service'
export { gatherHotMatters, wakeHotMatter } from './gather.service'
export { commit as commitHotMatter, due as dueHotMatters } from './hot.repository'
export { ticketsReopened } from './reopened.service'
export {
  commit as commitTicket,
  due as dueTickets,
  historiesBetween,
  historiesOf,
  mattersOf,
  load as loadTicket,
  movedBetween,
  saidIn,
  type ListedTicket,
} from './ticket.repository'
