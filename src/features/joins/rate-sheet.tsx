import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { JoinView } from '@core/contracts/ticket/joins'
import { useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { NoticeBar } from '@/components/notice-bar'
import { Sheet } from '@/components/sheet'
import {
  isDissatisfied,
  nextQuestion,
  REASON_OPTIONS,
  SATISFACTION_OPTIONS,
  SOLVED_OPTIONS,
  type Rating,
} from '@/features/rating'

interface Props {
  join: JoinView
  onRated(): void
  onClose(): void
}

/** Solved or not, and four choices; no attitude, for who joined never met the unit (R-T9). */
export function RateSheet({ join, onRated, onClose }: Props) {
  const [rating, setRating] = useState<Rating>({ reasons: [] })
  const [missing, setMissing] = useState<string>()
  const [done, setDone] = useState(false)
  const { send, busy, failure } = useCommand('ticket.rateJoin')
  const choose = (change: Partial<Rating>) => {
    setRating((before) => ({ ...before, ...change }))
    setMissing(undefined)
  }
  const { solved, result, reasons } = rating
  const unhappy = isDissatisfied(rating)
  const rate = async () => {
    const next = nextQuestion(rating, false)
    setMissing(next)
    if (next !== undefined || !solved || !result) return
    const given = { ticketId: join.id, solved, result, reasons: unhappy ? reasons : [] }
    if (!(await send(given))) return
    onRated()
    if (unhappy) setDone(true)
    else onClose()
  }
  if (done) return <Unhappy onClose={onClose} />
  return (
    <Sheet
      title={`${join.category} · ${join.place}`}
      onClose={onClose}
      bar={
        <>
          {missing && (
            <NoticeBar icon="info" tone="act">
              {missing}
            </NoticeBar>
          )}
          {failure && (
            <NoticeBar icon="warning" tone="danger">
              {failure.message}
            </NoticeBar>
          )}
          <Button busy={busy} onClick={() => void rate()}>
            提交评价
          </Button>
        </>
      }
    >
      <Field label="问题解决了吗">
        <Choice
          label="问题解决了吗"
          options={SOLVED_OPTIONS}
          value={solved}
          onChange={(value) => choose({ solved: value })}
        />
      </Field>
      <Field label="对办理结果">
        <Choice
          label="对办理结果"
          pairs
          options={SATISFACTION_OPTIONS}
          value={result}
          onChange={(value) => choose({ result: value })}
        />
      </Field>
      {unhappy && (
        <Field label="哪里不满意">
          <Chips
            label="哪里不满意"
            options={REASON_OPTIONS}
            value={reasons}
            onChange={(value) => choose({ reasons: value })}
          />
        </Field>
      )}
    </Sheet>
  )
}

/** It does not reopen the matter; what is still wrong with their own they can report. */
function Unhappy({ onClose }: { onClose(): void }) {
  const report = () => {
    onClose()
    void Taro.navigateTo({ url: '/pages/report/index' })
  }
  return (
    <Sheet
      title="您的意见已收到"
      onClose={onClose}
      bar={
        <>
          <Button onClick={report}>我要反映</Button>
          <Button kind="quiet" onClick={onClose}>
            不用了
          </Button>
        </>
      }
    >
      <View>中心和督查部门都能看到。您自己家的问题还没解决的，可以自己反映，会单独给您办理和答复。</View>
    </Sheet>
  )
}
