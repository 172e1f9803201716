import { useRouter } from '@tarojs/taro'
import { Card } from '@/components/card'
import { ErrorState } from '@/components/error-state'
import { Page } from '@/components/page'
import { SectionTitle } from '@/components/section-title'
import { Skeleton } from '@/components/skeleton'
import {
  CommandBar,
  hasCommands,
  TicketAttention,
  TicketHead,
  TicketResults,
  TicketSaid,
  TicketTimeline,
  useTicket,
} from '@/features/ticket'

/** 事项: what is happening with my matter, who has it, until when; and what I can do. */
export default function Ticket() {
  const { id = '' } = useRouter().params
  const { ticket, failure, reload, put } = useTicket(id)
  if (!ticket) {
    return (
      <Page title="事项">
        {failure ? (
          <ErrorState message={failure.message} onRetry={() => void reload()} />
        ) : (
          <Skeleton cards={3} lines={4} />
        )}
      </Page>
    )
  }
  return (
    <Page title="事项" bar={hasCommands(ticket) ? <CommandBar ticket={ticket} onDone={put} /> : undefined}>
      <TicketHead ticket={ticket} />
      <TicketAttention ticket={ticket} />
      <TicketResults ticket={ticket} />
      <TicketSaid ticket={ticket} />
      <Card>
        <SectionTitle>办理过程</SectionTitle>
        <TicketTimeline items={ticket.timeline} said={ticket.words} />
      </Card>
    </Page>
  )
}
