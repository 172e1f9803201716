import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useQuery } from '@/cloud'
import { ErrorState } from '@/components/error-state'
import { SectionTitle } from '@/components/section-title'
import { Skeleton } from '@/components/skeleton'
import { TicketCard } from './card'
import { nearest } from './nearest'
import s from './near-matters.module.scss'
import { openTicket } from './my-tickets'

const showAll = () => void Taro.switchTab({ url: '/pages/tickets/index' })

/** For the home page: two matters at most, first those that wait for their reporter. */
export function NearMatters() {
  const toRate = useQuery('ticket.mine', { tab: 'toRate' })
  const open = useQuery('ticket.mine', { tab: 'open' })
  if (!open.data && !open.failure) return <Skeleton cards={2} />
  const shown = nearest([...(toRate.data?.items ?? []), ...(open.data?.items ?? [])])
  if (open.failure && shown.length === 0) {
    return <ErrorState message={open.failure.message} onRetry={() => void open.reload()} />
  }
  if (shown.length === 0) {
    return (
      <View data-state="empty" className={s.empty}>
        您反映的事会在这里，能看到谁在办、什么时候办好
      </View>
    )
  }
  return (
    <View data-state="filled">
      <SectionTitle more={{ label: '全部', onClick: showAll }}>我的事</SectionTitle>
      {shown.map((ticket) => (
        <TicketCard key={ticket.id} ticket={ticket} onOpen={() => openTicket(ticket.id)} />
      ))}
    </View>
  )
}
