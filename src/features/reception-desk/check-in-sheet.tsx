import { useRef, useState } from 'react'
import type { DeskView } from '@core/contracts/reception/desk-views'
import { bookingIdIn } from '@core/reception/code'
import { useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { NoticeBar } from '@/components/notice-bar'
import { Sheet } from '@/components/sheet'
import { TextInput } from '@/components/text-input'
import { scan } from './scan'

interface Props {
  onDone(desk: DeskView): void
  onClose(): void
}

/** R-A7: the six digits typed, or the QR code scanned. Stays open for the next in line. */
export function CheckInSheet({ onDone, onClose }: Props) {
  const { send, busy, failure, fields, clear } = useCommand('reception.checkIn')
  const [given, setGiven] = useState<number>()
  const [wrong, setWrong] = useState<string>()
  const [turn, setTurn] = useState(0)
  const typed = useRef('')

  const checkIn = async (code: string) => {
    setGiven(undefined)
    setWrong(undefined)
    const answer = await send({ code })
    if (!answer) return
    onDone(answer.desk)
    setGiven(answer.number)
    typed.current = ''
    setTurn((before) => before + 1)
  }
  const scanned = async () => {
    const text = await scan?.()
    if (text === undefined) return
    const id = bookingIdIn(text)
    if (id === undefined) setWrong('这不是预约的二维码，请输入 6 位预约号')
    else await checkIn(id)
  }
  const error = wrong ?? fields.code
  return (
    <Sheet
      title="来访签到"
      onClose={onClose}
      bar={
        <>
          <Button busy={busy} onClick={() => void checkIn(typed.current.trim())}>
            签到
          </Button>
          {scan && (
            <Button kind="plain" icon="camera" disabled={busy} onClick={() => void scanned()}>
              扫二维码
            </Button>
          )}
        </>
      }
    >
      {given !== undefined && (
        <NoticeBar tone="ok" icon="done">{`已签到，请来访人记住：${given} 号`}</NoticeBar>
      )}
      {failure && error === undefined && (
        <NoticeBar tone="danger" icon="warning">
          {failure.message}
        </NoticeBar>
      )}
      <TextInput
        key={turn}
        label="预约号"
        type="number"
        max={6}
        placeholder="来访人手机上的 6 位数字"
        error={error}
        onInput={(value) => {
          typed.current = value
          if (failure) clear()
        }}
        onConfirm={(value) => void checkIn(value.trim())}
      />
    </Sheet>
  )
}
