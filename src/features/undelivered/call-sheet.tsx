import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { CALL_OUTCOMES } from '@core/notices/words'
import type { CallOutcome } from '@core/notices'
import { useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field } from '@/components/field'
import { NoticeBar } from '@/components/notice-bar'
import { Sheet } from '@/components/sheet'
import { TextArea } from '@/components/text-area'
import type { UndeliveredNotice } from './undelivered'

interface Props {
  notice: UndeliveredNotice
  onDone(): void
  onClose(): void
}

const OPTIONS = Object.entries(CALL_OUTCOMES).map(([value, label]) => ({ value, label }))

/** R-N3: how a call went. Told only when somebody was reached; else the task stays. */
export function CallSheet({ notice, onDone, onClose }: Props) {
  const [outcome, setOutcome] = useState<CallOutcome>()
  const [asked, setAsked] = useState(false)
  const words = useRef('')
  const { send, busy, failure, fields } = useCommand('people.noteCall')
  const press = async () => {
    setAsked(true)
    if (!outcome) return
    const written = words.current.trim()
    const answer = await send({ noticeId: notice.id, outcome, ...(written && { words: written }) })
    if (answer) onDone()
  }
  return (
    <Sheet
      title="电话告知"
      onClose={onClose}
      bar={
        <>
          {failure && (
            <NoticeBar icon="warning" tone="danger">
              {failure.message}
            </NoticeBar>
          )}
          <Button busy={busy} onClick={() => void press()}>
            记下这次通话
          </Button>
        </>
      }
    >
      <View>{`请打给 ${notice.whom}，告诉他：`}</View>
      <NoticeBar icon="phone" tone="main">
        {notice.words}
      </NoticeBar>
      <Field label="结果" error={asked && !outcome ? '请选一项' : undefined}>
        <Chips
          label="结果"
          single
          options={OPTIONS}
          value={outcome ? [outcome] : []}
          onChange={([chosen]) => setOutcome(chosen as CallOutcome | undefined)}
        />
      </Field>
      <TextArea
        label="说明"
        optional
        short
        max={300}
        placeholder="谁接的电话，说了什么"
        error={fields.words}
        onInput={(value) => {
          words.current = value
        }}
      />
    </Sheet>
  )
}
