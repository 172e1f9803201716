/** What staff work with: the list of what waits for them, and one ticket with everything they may do on it. */
export { dayOf } from './form-model'
export { QueueCard } from './queue-card'
export { StaffOnly, type Me } from './staff-only'
export { TicketPage } from './ticket-page'
export { DoorsPage } from './doors'
export { Workbench } from './workbench'
