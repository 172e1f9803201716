import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ActionInput } from '@core/contracts'
import type { NearbyMatter } from '@core/contracts/ticket/nearby'
import { useCommand, useQuery } from '@/cloud'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { NoticeBar } from '@/components/notice-bar'
import { SectionTitle } from '@/components/section-title'
import { dayWords } from '@/features/time'
import s from './nearby-matters.module.scss'

/** R-T3: the same may have been reported nearby; joining takes one tap and saves filing it again. Silent where nothing is. */
export function NearbyMatters({ question }: { question?: ActionInput<'ticket.nearby'> }) {
  const { data } = useQuery('ticket.nearby', question)
  if (!question || !data || data.items.length === 0) return null
  return (
    <Card tone="main">
      <SectionTitle>附近有人反映过类似的事</SectionTitle>
      {data.items.map((matter) => (
        <Matter key={matter.id} matter={matter} />
      ))}
    </Card>
  )
}

function Matter({ matter }: { matter: NearbyMatter }) {
  const { id, category, place, since } = matter
  const [joined, setJoined] = useState(matter.joined)
  const { send, busy, failure } = useCommand('ticket.join')
  const people = matter.people + Number(joined) - Number(matter.joined)
  const turn = async () => {
    const answer = await send({ ticketId: id, on: !joined })
    if (answer) setJoined(answer.joined)
  }
  return (
    <View className={s.matter}>
      <View className={s.line}>
        <View className={s.words}>
          <View>{`${category} · ${place}`}</View>
          <View className={s.note}>{`${people} 人反映，${dayWords(since, Date.now())}开始`}</View>
        </View>
        <Button small kind={joined ? 'quiet' : 'plain'} busy={busy} onClick={() => void turn()}>
          {joined ? '取消附议' : '我也是'}
        </Button>
      </View>
      {joined && (
        <NoticeBar icon="done" tone="ok">
          已附议，进展在“我的事项”里看，有结果会告诉您，不用再提交一次。情况不一样的，请接着写
        </NoticeBar>
      )}
      {failure && <NoticeBar tone="danger">{failure.message}</NoticeBar>}
    </View>
  )
}
