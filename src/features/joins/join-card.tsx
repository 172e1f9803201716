import { View } from '@tarojs/components'
import type { JoinView } from '@core/contracts/ticket/joins'
import { SATISFACTIONS } from '@core/ticket/words'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { StatusTag } from '@/features/ticket'
import { dayWords, DueText } from '@/features/time'
import s from './joins.module.scss'
import { hasEnded, outcomeWords, standsWords } from './words'

interface Props {
  join: JoinView
  onRate(): void
  onLeave(): void
}

/** One matter somebody joined: where it stands and what became of it; never its words, nor who reported it (R-T3). */
export function JoinCard({ join, onRate, onLeave }: Props) {
  const { number, category, place, status, due, since, toRate, rated } = join
  const outcome = outcomeWords(join)
  return (
    <Card tone={toRate ? 'act' : undefined}>
      <View className={s.head}>
        <StatusTag status={status} />
        {due && <DueText due={due} />}
      </View>
      <View className={s.title}>{`${category} · ${place}`}</View>
      <View>{standsWords(join)}</View>
      {outcome && <View>{outcome}</View>}
      {rated && <View>{`您的评价：${SATISFACTIONS[rated]}`}</View>}
      <View className={s.foot}>
        <View className={s.note}>
          <View>{`${dayWords(since, Date.now())}附议`}</View>
          <View>{number}</View>
        </View>
        {toRate ? (
          <Button small icon="star" label={`评价${category}`} onClick={onRate}>
            评价结果
          </Button>
        ) : (
          !hasEnded(join) && (
            <Button small kind="quiet" label={`取消附议${category}`} onClick={onLeave}>
              取消附议
            </Button>
          )
        )}
      </View>
    </Card>
  )
}
