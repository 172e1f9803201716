import { View } from '@tarojs/components'
import type { VisitorView } from '@core/contracts/reception/desk-views'
import type { Failure } from '@/cloud'
import { Button } from '@/components/button'
import { NoticeBar } from '@/components/notice-bar'
import { Sheet } from '@/components/sheet'
import { momentWords, spanWords } from '@/features/time'
import s from './desk.module.scss'

interface Props {
  visitor: VisitorView
  busy: boolean
  failure?: Failure
  onAbsent(): void
  onOutcome(): void
  onClose(): void
}

/** One visitor, and what may be done about them beside the usual way. */
export function VisitorSheet({ visitor, busy, failure, onAbsent, onOutcome, onClose }: Props) {
  const { number, topic, from, to, state, over, outcome, arrivedAt, calledAt } = visitor
  const now = Date.now()
  const mayBeAbsent = (state === 'expected' && over) || state === 'serving'
  const mayRecord = (state === 'serving' || state === 'finished') && outcome === undefined
  return (
    <Sheet
      title={number === undefined ? '来访人' : `${number} 号`}
      onClose={onClose}
      bar={
        <>
          {mayRecord && (
            <Button icon="pencil" onClick={onOutcome}>
              登记接待结果
            </Button>
          )}
          {mayBeAbsent && (
            <Button kind="plain" icon="no" busy={busy} onClick={onAbsent}>
              {state === 'serving' ? '叫到了，人不在' : '记为未到场'}
            </Button>
          )}
        </>
      }
    >
      {failure && (
        <NoticeBar tone="danger" icon="warning">
          {failure.message}
        </NoticeBar>
      )}
      <View>{topic}</View>
      <View className={s.line}>预约时段 {spanWords(from, to)}</View>
      {arrivedAt !== undefined && <View className={s.line}>{momentWords(arrivedAt, now)} 签到</View>}
      {calledAt !== undefined && <View className={s.line}>{momentWords(calledAt, now)} 叫号</View>}
      {outcome && (
        <View className={s.line}>
          {`结果已登记：${outcome.tickets} 件事，当场答复 ${outcome.answered} 件`}
        </View>
      )}
      {state === 'expected' && !over && <View className={s.line}>时段过后还没来，可以记为未到场。</View>}
    </Sheet>
  )
}
