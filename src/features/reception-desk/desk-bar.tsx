import type { DeskView } from '@core/contracts/reception/desk-views'
import { Button } from '@/components/button'
import { wallClock } from '@/features/time'

interface Props {
  view: DeskView
  busy: boolean
  onStep(step: 'open' | 'callNext' | 'close'): void
  onFinish(bookingId: string): void
  onCheckIn(): void
}

/** The one thing to do next, and check-in, which is always possible. */
export function DeskBar({ view, busy, onStep, onFinish, onCheckIn }: Props) {
  const { day, visitors, serving, next } = view
  const now = Date.now()
  if (day.closedAt !== undefined || wallClock(day.from).dayNumber !== wallClock(now).dayNumber) return null
  const numberOf = (id: string) => visitors.find(({ bookingId }) => bookingId === id)?.number
  const main =
    day.openedAt === undefined ? (
      <Button icon="people" busy={busy} onClick={() => onStep('open')}>
        {`${day.leaderName}到了，开始接待`}
      </Button>
    ) : serving !== undefined ? (
      <Button icon="done" busy={busy} onClick={() => onFinish(serving)}>
        {`${numberOf(serving)} 号接待结束`}
      </Button>
    ) : next !== undefined ? (
      <Button icon="bell" busy={busy} onClick={() => onStep('callNext')}>
        {`叫下一位：${numberOf(next)} 号`}
      </Button>
    ) : undefined
  const over = main === undefined && day.to <= now
  return (
    <>
      {main}
      {over && (
        <Button icon="check" busy={busy} onClick={() => onStep('close')}>
          今天的接待结束了
        </Button>
      )}
      <Button kind={main || over ? 'plain' : 'main'} icon="sign" disabled={busy} onClick={onCheckIn}>
        来访签到
      </Button>
    </>
  )
}
