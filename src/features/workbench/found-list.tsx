import { View } from '@tarojs/components'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Skeleton } from '@/components/skeleton'
import { QueueCard } from './queue-card'
import type { Workbench } from './use-workbench'
import s from './queue.module.scss'

/** What was found, instead of the list. */
export function FoundList({ workbench }: { workbench: Workbench }) {
  const { desk, cardId, openTicket, search, found } = workbench
  const { data, failure, reload } = found
  if (!data) {
    return failure ? (
      <ErrorState message={failure.message} onRetry={() => void reload()} />
    ) : (
      <Skeleton cards={3} />
    )
  }
  if (data.items.length === 0) {
    return (
      <Empty icon="search" title={`没有找到「${search ?? ''}」`} words="换个词试试；电话和编号要写对。" />
    )
  }
  return (
    <>
      <View className={s.head}>
        <View className={s.count} data-state="filled">{`找到 ${data.items.length} 件`}</View>
      </View>
      {data.items.map((ticket) => (
        <QueueCard
          key={ticket.id}
          ticket={ticket}
          elementId={cardId(ticket.id)}
          selected={ticket.id === desk.id}
          onOpen={openTicket}
        />
      ))}
    </>
  )
}
