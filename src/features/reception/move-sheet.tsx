import { View } from '@tarojs/components'
import { Refusal, useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { NoticeBar } from '@/components/notice-bar'
import { Sheet } from '@/components/sheet'
import { dateWords, spanWords, WhenText } from '@/features/time'
import type { BookingView, SlotOffer } from '@core/contracts/reception/views'
import s from './book-sheet.module.scss'
import type { Choice } from './book-sheet'
import { offersOf } from './days'
import { Lost } from './lost'

interface Props {
  booking: BookingView
  choice: Choice
  onMoved(): void
  onOffer(offer: SlotOffer): void
  onClose(): void
}

/** R-A5: the old slot goes only when the new one is theirs. */
export function MoveSheet({ booking, choice, onMoved, onOffer, onClose }: Props) {
  const { send, busy, failure, clear } = useCommand('reception.move')
  const lost = failure instanceof Refusal && failure.code === 'SLOT_TAKEN'
  const { dayId, slotId } = choice
  const move = async () => {
    if (await send({ bookingId: booking.id, dayId, slotId })) onMoved()
  }
  return (
    <Sheet
      title="改到这个时段"
      onClose={onClose}
      bar={
        !lost && (
          <Button busy={busy} disabled={choice.full} onClick={() => void move()}>
            改到这个时段
          </Button>
        )
      }
    >
      <View className={s.when}>
        <WhenText {...choice} />
        {choice.leaderName}
      </View>
      {choice.full && <NoticeBar icon="info">这个时段约满了，请选还有名额的时段</NoticeBar>}
      {lost && (
        <Lost
          offers={offersOf(failure.data)}
          message={`${failure.message}，您原来的预约还在`}
          onOffer={(offer) => {
            clear()
            onOffer(offer)
          }}
        />
      )}
      {failure && !lost && (
        <NoticeBar tone="danger" icon="warning">
          {failure.message}
        </NoticeBar>
      )}
      <View>
        原来约在 {dateWords(booking.date)} {spanWords(booking.from, booking.to)}
        ，改好以后原来的名额让给别人。事项、照片都跟着走。
      </View>
    </Sheet>
  )
}
