import { useState } from 'react'
import Taro from '@tarojs/taro'
import { useCommand } from '@/cloud'
import { ConfirmSheet } from '@/components/confirm-sheet'
import type { UndeliveredNotice } from './undelivered'

interface Props {
  notice: UndeliveredNotice
  onDone(): void
  onClose(): void
}

/** R-N2: sent once more, by a person only; it says what could go wrong before, and what came of it after. */
export function ResendSheet({ notice, onDone, onClose }: Props) {
  const { send, busy, failure } = useCommand('people.resendNotice')
  const [why, setWhy] = useState<string>()
  const press = async () => {
    const answer = await send({ noticeId: notice.id, tries: notice.tries })
    if (answer?.arrived) {
      void Taro.showToast({ title: '已送到', icon: 'success' })
      onDone()
    } else if (answer) setWhy(`还是没有送到：${answer.why ?? '微信没有说明原因'}`)
  }
  return (
    <ConfirmSheet
      title="再发一次"
      words={
        notice.mayHaveArrived
          ? '这条可能已经送到过，再发一次，对方可能收到两条。'
          : '会马上再发一次，结果会告诉您。'
      }
      confirm="再发一次"
      busy={busy}
      error={why ?? failure?.message}
      onConfirm={() => void press()}
      onClose={why ? onDone : onClose}
    />
  )
}
