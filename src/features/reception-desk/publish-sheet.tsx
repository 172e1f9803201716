import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { MonthView } from '@core/contracts/reception/month-views'
import { useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { NoticeBar } from '@/components/notice-bar'
import { Sheet } from '@/components/sheet'
import { TextInput } from '@/components/text-input'
import { gapName } from './gaps'
import { monthWords } from './words'

interface Props {
  view: MonthView
  onDone(month: MonthView): void
  onClose(): void
}

/** R-A1: a last look before everybody sees it; who has no day, with the reason that is published too. */
export function PublishSheet({ view, onDone, onClose }: Props) {
  const { send, busy, failure, fields } = useCommand('reception.publishMonth')
  const reasons = useRef<Record<string, string>>({})
  const [missing, setMissing] = useState<readonly string[]>([])
  const { month, version, gaps, days } = view

  const publish = async () => {
    const written = gaps.map(({ of }) => ({ of, reason: (reasons.current[of] ?? '').trim() }))
    const without = written.filter(({ reason }) => reason.length < 2).map(({ of }) => of)
    setMissing(without)
    if (without.length > 0) return
    const answer = await send({ month, version, gaps: written })
    if (answer) onDone(answer.month)
  }
  return (
    <Sheet
      title={`公布 ${monthWords(month)} 接待日`}
      onClose={onClose}
      bar={
        <Button icon="send" busy={busy} onClick={() => void publish()}>
          公布给所有人
        </Button>
      }
    >
      {failure && (
        <NoticeBar tone="danger" icon="warning">
          {fields.gaps ?? failure.message}
        </NoticeBar>
      )}
      <View>{`一共 ${days.length} 场。公布后群众马上可以预约；以后只能换人或改期，不能撤掉。`}</View>
      {gaps.map((gap) => (
        <TextInput
          key={gap.of}
          label={`${gapName(view, gap)}没有安排的原因`}
          max={100}
          placeholder="会和接待日一起公布，如：在省委党校学习"
          error={missing.includes(gap.of) ? '请写明原因，或先安排一天' : undefined}
          onInput={(reason) => {
            reasons.current[gap.of] = reason
          }}
        />
      ))}
    </Sheet>
  )
}
