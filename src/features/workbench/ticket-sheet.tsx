import { useState } from 'react'
import { STATUSES } from '@core/ticket/words'
import { useQuery } from '@/cloud'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { ListItem } from '@/components/list-item'
import { Sheet } from '@/components/sheet'
import { Skeleton } from '@/components/skeleton'
import type { ChosenTicket } from './form-model'
import { Pager } from './pager'
import { SearchLine } from './search-line'
import { usePaging } from './use-paging'

interface Props {
  title: string
  /** Not offered: the ticket that is to join another. */
  exceptId: string
  onChange(ticket: ChosenTicket): void
  onClose(): void
}

/** Another matter to choose: the newest of all the reader may see, or what they search for. */
export function TicketSheet({ title, exceptId, onChange, onClose }: Props) {
  const { cursor, paging } = usePaging('all')
  const [words, setWords] = useState<string>()
  const newest = useQuery(
    'ticket.queue',
    words === undefined ? { view: 'all', ...(cursor && { cursor }) } : undefined,
  )
  const found = useQuery('ticket.search', words === undefined ? undefined : { words })
  const { data, failure, reload } = words === undefined ? newest : found
  const offered = data?.items.filter(({ id }) => id !== exceptId)
  return (
    <Sheet
      title={title}
      onClose={onClose}
      bar={words === undefined && newest.data && <Pager paging={paging(newest.data.next)} />}
    >
      <SearchLine onSearch={setWords} />
      {!offered &&
        (failure ? (
          <ErrorState message={failure.message} onRetry={() => void reload()} />
        ) : (
          <Skeleton cards={3} />
        ))}
      {offered?.length === 0 && <Empty title={words === undefined ? '没有别的事项' : '没有找到'} />}
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
