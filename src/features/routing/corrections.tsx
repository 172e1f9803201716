import { View } from '@tarojs/components'
import type { Correction } from '@core/contracts/routing/corrections'
import { useState } from 'react'
import { useCommand, usePages } from '@/cloud'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { NoticeBar } from '@/components/notice-bar'
import { PageEnd } from '@/components/page-end'
import { Skeleton } from '@/components/skeleton'
import { momentWords } from '@/features/time'
import s from './routing.module.scss'

/** R-D3: matters that were given another category than proposed; a wrong one can be taken back. */
export function Corrections() {
  const pages = usePages('routing.corrections', {})
  if (pages.loading === 'first' && pages.items.length === 0) return <Skeleton cards={4} lines={2} />
  if (pages.failure && pages.items.length === 0) {
    return <ErrorState message={pages.failure.message} onRetry={() => void pages.reload()} />
  }
  if (pages.items.length === 0) {
    return <Empty icon="pencil" title="还没有改过归类" words="派单时改过归类的事会列在这里，系统从中学习。" />
  }
  return (
    <View data-state="filled">
      {pages.items.map((correction) => (
        <CorrectionCard key={correction.id} correction={correction} />
      ))}
      <PageEnd pages={pages} />
    </View>
  )
}

function CorrectionCard({ correction }: { correction: Correction }) {
  const [shown, setShown] = useState(correction)
  const { send, busy, failure } = useCommand('routing.setLearned')
  const { id, number, at, from, to, learned } = shown
  const turn = async () => {
    const answer = await send({ correctionId: id, learned: !learned })
    if (answer) setShown(answer.correction)
  }
  return (
    <Card>
      <View className={s.name}>{`建议“${from}”，改成“${to}”`}</View>
      <View className={s.note}>{`${number} · ${momentWords(at, Date.now())}签收`}</View>
      <View className={s.foot}>
        <View className={s.note}>{learned ? '已学习' : '已撤回，不再学习'}</View>
        <Button small kind="plain" icon={learned ? 'undo' : 'check'} busy={busy} onClick={() => void turn()}>
          {learned ? '改错了，别学' : '重新学习'}
        </Button>
      </View>
      {failure && <NoticeBar tone="danger">{failure.message}</NoticeBar>}
    </Card>
  )
}
