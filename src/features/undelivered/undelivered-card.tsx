import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Tag } from '@/components/tag'
import { momentWords } from '@/features/time'
import type { UndeliveredNotice } from './undelivered'
import s from './undelivered.module.scss'

interface Props {
  notice: UndeliveredNotice
  onAct(notice: UndeliveredNotice): void
}

/** One notice: what it says, to whom, when, why it did not arrive, and what to do. */
export function UndeliveredCard({ notice, onAct }: Props) {
  const { desk, title, words, whom, why, at, ticketId, mayHaveArrived } = notice
  return (
    <Card>
      <View className={s.head}>
        <View className={s.title}>{title}</View>
        <View className={s.at}>{momentWords(at, Date.now())}</View>
      </View>
      <View className={s.words}>{words}</View>
      <View className={s.whom}>{`给：${whom}`}</View>
      <Tag icon={desk === 'call' ? 'phone' : 'warning'} tone={mayHaveArrived ? 'plain' : 'act'}>
        {why}
      </Tag>
      <View className={s.actions}>
        <Button kind="plain" small icon={desk === 'call' ? 'phone' : 'refresh'} onClick={() => onAct(notice)}>
          {desk === 'call' ? '记下通话' : '再发一次'}
        </Button>
        {ticketId && (
          <Button
            kind="quiet"
            small
            onClick={() => void Taro.navigateTo({ url: `/workbench/ticket/index?id=${ticketId}` })}
          >
            {desk === 'call' ? '看事项和电话' : '看事项'}
          </Button>
        )}
      </View>
    </Card>
  )
}
