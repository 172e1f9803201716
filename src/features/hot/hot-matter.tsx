import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { HotTicketView } from '@core/contracts/ticket/hot-matter'
import type { HotMatterDetail } from '@core/contracts/ticket/hot-matters'
import { useCommand, usePages } from '@/cloud'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Island } from '@/components/island'
import { NoticeBar } from '@/components/notice-bar'
import { OptionSheet } from '@/components/option-sheet'
import { Page } from '@/components/page'
import { PageEnd } from '@/components/page-end'
import { Skeleton } from '@/components/skeleton'
import { momentWords } from '@/features/time'
import { QueueCard } from '@/features/workbench'
import { matterWords, weekWords } from './words'
import s from './hot.module.scss'

/** @param matterId of the page's address; absent where a link was cut */
export function HotMatter({ matterId }: { matterId?: string }) {
  return (
    <Page title="热点事项">
      {matterId === undefined ? (
        <Empty icon="flag" title="没有指明是哪一个热点" words="请从热点事项的列表里打开。" />
      ) : (
        <Opened matterId={matterId} />
      )}
    </Page>
  )
}

/** R-D6: one hot matter, the tickets behind it, and joining them (E6). */
function Opened({ matterId }: { matterId: string }) {
  const pages = usePages('ticket.hotMatter', { matterId })
  const merge = useCommand('ticket.merge')
  const [joining, setJoining] = useState<HotTicketView>()
  const { items, answer } = pages
  const mains = items.filter(({ id, open }) => open && id !== joining?.id)

  const join = async (ticketId: string, mainTicketId: string) => {
    if (!(await merge.send({ ticketId, mainTicketId }))) return
    void Taro.showToast({ title: '已并案', icon: 'success' })
    void pages.reload()
  }
  return (
    <>
      {!answer ? (
        <Before failure={pages.failure} onRetry={() => void pages.reload()} />
      ) : (
        <View data-state="filled">
          <Head matter={answer.matter} />
          {merge.failure && (
            <NoticeBar icon="warning" tone="act">
              {merge.failure.message}
            </NoticeBar>
          )}
          {items.map((ticket) => (
            <Behind
              key={ticket.id}
              ticket={ticket}
              busy={merge.busy}
              onJoin={
                ticket.mayMerge && items.some(({ id, open }) => open && id !== ticket.id)
                  ? () => setJoining(ticket)
                  : undefined
              }
            />
          ))}
          {items.length > 0 ? (
            <PageEnd pages={pages} />
          ) : (
            <Empty icon="list" title="您这里没有其中的事" words="这些事没有交到您这里，只列出人数。" />
          )}
        </View>
      )}
      <Island>
        {joining && (
          <OptionSheet
            title={`${joining.number} 并入哪一件`}
            options={mains.map(({ id, number, title }) => ({ value: id, label: title, note: number }))}
            value={[]}
            onChange={([mainTicketId]) => {
              if (mainTicketId !== undefined) void join(joining.id, mainTicketId)
            }}
            onClose={() => setJoining(undefined)}
          />
        )}
      </Island>
    </>
  )
}

function Before({ failure, onRetry }: { failure?: { message: string }; onRetry(): void }) {
  return failure ? (
    <ErrorState message={failure.message} onRetry={onRetry} />
  ) : (
    <Skeleton cards={4} lines={3} />
  )
}

function Head({ matter }: { matter: HotMatterDetail }) {
  const { people, tickets, first, last } = matter
  const now = Date.now()
  return (
    <Card>
      <View className={s.head}>
        <View className={s.title}>{matterWords(matter)}</View>
        <View className={s.people}>{`${people} 人`}</View>
      </View>
      <View className={s.note}>{`${weekWords(matter)}，共 ${tickets} 件`}</View>
      <View className={s.note}>{`最早 ${momentWords(first, now)}，最近 ${momentWords(last, now)}`}</View>
    </Card>
  )
}

/** One ticket; an operator joins it to another by a button of its own below. */
function Behind({ ticket, busy, onJoin }: { ticket: HotTicketView; busy: boolean; onJoin?(): void }) {
  const open = (id: string) => void Taro.navigateTo({ url: `/workbench/ticket/index?id=${id}` })
  return (
    <>
      <QueueCard ticket={ticket} onOpen={open} />
      {onJoin && (
        <View className={s.join}>
          <Button small kind="quiet" icon="merge" disabled={busy} onClick={onJoin}>
            并入另一件
          </Button>
        </View>
      )}
    </>
  )
}
