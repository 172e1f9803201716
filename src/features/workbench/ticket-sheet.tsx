import { STATUSES } from '@core/ticket/words'
import { useQuery } from '@/cloud'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { ListItem } from '@/components/list-item'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import type { ChosenTicket } from './form-model'
import { Pager } from './pager'
import { usePaging } from './use-paging'

interface Props {
  title: string
  /** Not offered: the ticket that is to join another. */
  exceptId: string
  onChange(ticket: ChosenTicket): void
  onClose(): void
}

/** Another matter to choose, from everything the reader may see, the newest first. */
export function TicketSheet({ title, exceptId, onChange, onClose }: Props) {
  const { cursor, paging } = usePaging('all')
  const { data, failure, reload } = useQuery('ticket.queue', { view: 'all', ...(cursor && { cursor }) })
  const offered = data?.items.filter(({ id }) => id !== exceptId)
  return (
    <Sheet title={title} onClose={onClose} bar={data && <Pager paging={paging(data.next)} />}>
      {!offered &&
        (failure ? (
          <ErrorState message={failure.message} onRetry={() => void reload()} />
        ) : (
          <Skeleton cards={3} />
        ))}
      {offered?.length === 0 && <Empty title="没有别的事项" />}
      {offered?.map(({ id, number, title: about, status, place }) => (
        <ListItem
          key={id}
          title={about}
          note={[number, STATUSES[status], place].filter(Boolean).join(' · ')}
          onClick={() => {
            onChange({ id, number, title: about })
            onClose()
          }}
        />
      ))}
    </Sheet>
  )
}
