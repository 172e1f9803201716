import { useEffect } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { usePages } from '@/cloud'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { PageEnd } from '@/components/page-end'
import { Skeleton } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { momentWords } from '@/features/time'
import type { ActionOutput } from '@core/contracts'
import { showUnread } from './badge'
import s from './inbox.module.scss'

type Notice = ActionOutput<'people.inbox'>['items'][number]

/** Where a notice leads: its ticket, its booking, what they joined, or nowhere. */
export function targetOf(notice: Pick<Notice, 'ticketId' | 'bookingId' | 'joined'>): string | undefined {
  if (notice.ticketId !== undefined) return `/pages/ticket/index?id=${notice.ticketId}`
  if (notice.bookingId !== undefined) return '/pages/bookings/index'
  return notice.joined ? '/pages/joins/index' : undefined
}

/** All notices, newest first; the ones not read before carry a mark. */
export function Inbox() {
  const inbox = usePages('people.inbox', {})
  const read = inbox.answer !== undefined
  useEffect(() => {
    // Reading a page marks it read.
    if (read) showUnread(0)
  }, [read])
  if (inbox.loading === 'first' && inbox.items.length === 0) return <Skeleton cards={4} lines={2} />
  if (inbox.failure && inbox.items.length === 0) {
    return <ErrorState message={inbox.failure.message} onRetry={() => void inbox.reload()} />
  }
  if (inbox.items.length === 0) {
    return <Empty icon="bell" title="还没有消息" words="您反映的事有了进展，会在这里告诉您" />
  }
  const now = Date.now()
  return (
    <View data-state="filled">
      {inbox.items.map((notice) => {
        const url = targetOf(notice)
        return (
          <Card key={notice.id} onClick={url === undefined ? undefined : () => void Taro.navigateTo({ url })}>
            <View className={s.head}>
              <View className={s.title}>{notice.title}</View>
              {!notice.read && <Tag tone="act">新</Tag>}
            </View>
            <View className={s.words}>{notice.words}</View>
            <View className={s.at}>{momentWords(notice.at, now)}</View>
          </Card>
        )
      })}
      <PageEnd pages={inbox} />
    </View>
  )
}
