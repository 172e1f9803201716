import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { usePages } from '@/cloud'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { PageEnd } from '@/components/page-end'
import { Skeleton } from '@/components/skeleton'
import { TicketCard } from './card'

export type MineTab = 'open' | 'toRate' | 'closed'

const EMPTY: Record<MineTab, { title: string; words: string }> = {
  open: { title: '没有正在办的事', words: '您反映的事会在这里，能看到谁在办、什么时候办好' },
  toRate: { title: '没有等您评价的事', words: '事情有了答复，会在这里请您评价' },
  closed: { title: '还没有办结的事', words: '办结的事会留在这里，随时可以看' },
}

export const openTicket = (id: string): void => void Taro.navigateTo({ url: `/pages/ticket/index?id=${id}` })

/** The reporter's own tickets of one tab. */
export function MyTickets({ tab }: { tab: MineTab }) {
  const mine = usePages('ticket.mine', { tab })
  if (mine.loading === 'first' && mine.items.length === 0) return <Skeleton cards={4} />
  if (mine.failure && mine.items.length === 0) {
    return <ErrorState message={mine.failure.message} onRetry={() => void mine.reload()} />
  }
  if (mine.items.length === 0) {
    return (
      <Empty
        {...EMPTY[tab]}
        action={{
          label: '我要反映',
          onClick: () => void Taro.navigateTo({ url: '/pages/report/index' }),
        }}
      />
    )
  }
  return (
    <View data-state="filled">
      {mine.items.map((ticket) => (
        <TicketCard key={ticket.id} ticket={ticket} onOpen={() => openTicket(ticket.id)} />
      ))}
      <PageEnd pages={mine} />
    </View>
  )
}
