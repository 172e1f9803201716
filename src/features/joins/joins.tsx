import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { JoinView } from '@core/contracts/ticket/joins'
import { useCommand, usePages } from '@/cloud'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Island } from '@/components/island'
import { PageEnd } from '@/components/page-end'
import { Skeleton } from '@/components/skeleton'
import { JoinCard } from './join-card'
import { RateSheet } from './rate-sheet'

/** R-T3: what somebody said "me too" of, newest first; of what is done they may say what they think (R-T9). */
export function Joins() {
  const joins = usePages('ticket.joins', {})
  const [rating, setRating] = useState<JoinView>()
  const [leaving, setLeaving] = useState<JoinView>()
  if (joins.loading === 'first' && joins.items.length === 0) return <Skeleton cards={3} />
  if (joins.failure && joins.items.length === 0) {
    return <ErrorState message={joins.failure.message} onRetry={() => void joins.reload()} />
  }
  if (joins.items.length === 0) {
    return (
      <Empty
        title="还没有附议过"
        words="反映时看到附近有同样的事，点“我也是”，进展和结果就会在这里"
        action={{ label: '我要反映', onClick: () => void Taro.navigateTo({ url: '/pages/report/index' }) }}
      />
    )
  }
  return (
    <View data-state="filled">
      {joins.items.map((join) => (
        <Island key={join.id}>
          <JoinCard join={join} onRate={() => setRating(join)} onLeave={() => setLeaving(join)} />
        </Island>
      ))}
      <PageEnd pages={joins} />
      <Island>
        {rating && (
          <RateSheet join={rating} onRated={() => void joins.reload()} onClose={() => setRating(undefined)} />
        )}
        {leaving && (
          <LeaveSheet
            join={leaving}
            onLeft={() => {
              setLeaving(undefined)
              void joins.reload()
            }}
            onClose={() => setLeaving(undefined)}
          />
        )}
      </Island>
    </View>
  )
}

function LeaveSheet({ join, onLeft, onClose }: { join: JoinView; onLeft(): void; onClose(): void }) {
  const { send, busy, failure } = useCommand('ticket.join')
  const leave = async () => {
    if (await send({ ticketId: join.id, on: false })) onLeft()
  }
  return (
    <ConfirmSheet
      title="取消附议"
      words={`取消后，“${join.category} · ${join.place}”的进展不再告诉您。`}
      confirm="取消附议"
      busy={busy}
      error={failure?.message}
      onConfirm={() => void leave()}
      onClose={onClose}
    />
  )
}
