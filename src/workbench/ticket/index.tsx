import { StaffOnly, TicketPage } from '@/features/workbench'

export default function Ticket() {
  return <StaffOnly title="事项">{(_me, { id }) => <TicketPage id={id} />}</StaffOnly>
}
