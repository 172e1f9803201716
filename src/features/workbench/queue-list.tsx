import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { NoticeBar } from '@/components/notice-bar'
import { Skeleton } from '@/components/skeleton'
import { Pager } from './pager'
import { emptyWords } from './queue'
import { QueueCard } from './queue-card'
import type { Workbench } from './use-workbench'
import s from './queue.module.scss'

interface Props {
  workbench: Workbench
  /** What waits for this person's first look may be sent out several at once. */
  screens: boolean
}

const openBatch = () => void Taro.navigateTo({ url: '/workbench/batch/index' })

/** One page of a list: at most 20 cards, and the way to the next. */
export function QueueList({ workbench, screens }: Props) {
  const { filter, queue, desk, cardId, openTicket } = workbench
  const { page, failure, reload } = queue
  if (!page) {
    return failure ? <ErrorState message={failure.message} onRetry={reload} /> : <Skeleton cards={5} />
  }
  if (page.items.length === 0) return <Empty {...emptyWords(filter)} />
  return (
    <>
      {failure && (
        <NoticeBar icon="warning" tone="act">
          {`${failure.message}。下面是刚才的列表。`}
        </NoticeBar>
      )}
      <View className={s.head}>
        <View className={s.count} data-state="filled">{`共 ${page.total} 件`}</View>
        {screens && (
          <Button small kind="quiet" icon="list" onClick={openBatch}>
            批量派单
          </Button>
        )}
      </View>
      {page.items.map((ticket) => (
        <QueueCard
          key={ticket.id}
          ticket={ticket}
          elementId={cardId(ticket.id)}
          selected={ticket.id === desk.id}
          onOpen={openTicket}
        />
      ))}
      <Pager paging={queue.paging} />
    </>
  )
}
