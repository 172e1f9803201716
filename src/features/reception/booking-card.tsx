import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { PhotoGrid } from '@/components/photo-grid'
import { QrCode } from '@/components/qr-code'
import { Tag, type Tone } from '@/components/tag'
import type { IconName } from '@/components/icon'
import { lengthWords, momentWords, WhenText } from '@/features/time'
import type { BookingView } from '@core/contracts/reception/views'
import { qrTextOf } from '@core/reception/code'
import { BOOKING_STATES, type BookingState } from '@core/reception/words'
import s from './booking-card.module.scss'

const LOOK: Record<BookingState, { icon: IconName; tone: Tone }> = {
  confirming: { icon: 'clock', tone: 'main' },
  offered: { icon: 'star', tone: 'act' },
  waiting: { icon: 'clock', tone: 'main' },
  booked: { icon: 'done', tone: 'ok' },
  moving: { icon: 'clock', tone: 'main' },
  cancelling: { icon: 'clock', tone: 'plain' },
  cancelled: { icon: 'undo', tone: 'plain' },
  refused: { icon: 'no', tone: 'plain' },
  lapsed: { icon: 'no', tone: 'plain' },
  arrived: { icon: 'pin', tone: 'main' },
  serving: { icon: 'people', tone: 'main' },
  finished: { icon: 'done', tone: 'ok' },
  noShow: { icon: 'no', tone: 'plain' },
  unserved: { icon: 'warning', tone: 'act' },
}
const AHEAD: readonly BookingState[] = ['booked', 'arrived', 'serving']

export interface BookingActions {
  onConfirm(): void
  onDetails(): void
  onMove(): void
  onCancel(): void
}

interface Props extends BookingActions {
  booking: BookingView
  /** The offer is being confirmed. */
  busy: boolean
}

/** A booking as a ticket: while it lies ahead the code to show, when, where, what to bring, and what can still be done. */
export function BookingCard({ booking, busy, ...act }: Props) {
  const { state, topic, people, words, photos, ticket } = booking
  const ahead = AHEAD.includes(state)
  return (
    <Card tone={state === 'offered' ? 'act' : ahead ? 'main' : undefined}>
      <View className={s.head}>
        <Tag {...LOOK[state]}>{BOOKING_STATES[state]}</Tag>
      </View>
      {ahead && <Code booking={booking} />}
      <View className={s.when}>
        <WhenText {...booking} />
      </View>
      <View>
        {booking.leaderName} · {booking.post}
      </View>
      <View className={s.line}>地点：{booking.place}</View>
      <View className={s.line}>
        事项：{topic} · {people} 人
      </View>
      {booking.visitor && (
        <View className={s.line}>
          为 {booking.visitor.name} {booking.visitor.phone} 预约
        </View>
      )}
      {words && <View className={s.line}>情况：{words}</View>}
      {ticket && <View className={s.line}>关联事项：{ticket.number}</View>}
      {photos.length > 0 && (
        <View className={s.photos}>
          <PhotoGrid label="预约照片" urls={photos.map(({ url }) => url)} />
        </View>
      )}
      {ahead && <View className={s.line}>请带身份证，和这件事有关的材料；提前 15 分钟到</View>}
      {state === 'waiting' && <View className={s.strong}>{lineWords(booking.ahead ?? 0)}</View>}
      {state === 'offered' && <Offer booking={booking} busy={busy} onConfirm={act.onConfirm} />}
      {(booking.canDetail || booking.canCancel) && <Changes booking={booking} {...act} />}
    </Card>
  )
}

function Code({ booking: { id, code } }: { booking: BookingView }) {
  return (
    <View className={s.ticket}>
      <QrCode text={qrTextOf(id)} label="到场扫的二维码" />
      <View className={s.note}>到场报这个号码，或扫码</View>
      <View className={s.code}>{code}</View>
    </View>
  )
}

const lineWords = (ahead: number): string =>
  `${ahead === 0 ? '您排在第一位' : `前面还有 ${ahead} 人`}，有空位会发消息请您确认`

/** R-A5: how long the seat is held, in words; the server decides whether it still is. */
function Offer({ booking, busy, onConfirm }: { booking: BookingView; busy: boolean; onConfirm(): void }) {
  const now = Date.now()
  const until = booking.offeredUntil ?? now
  return (
    <View>
      <View className={s.strong}>
        {until > now
          ? `名额为您留到${momentWords(until, now)}，还有 ${lengthWords(until - now)}`
          : '确认的时间已过'}
      </View>
      <View className={s.act}>
        <Button busy={busy} onClick={onConfirm}>
          确认要这个名额
        </Button>
      </View>
    </View>
  )
}

/** What can be changed until the cut-off, said once (R-A3, R-A5). */
function Changes({ booking, onDetails, onMove, onCancel }: Omit<Props, 'busy'>) {
  const { state, canMove, canDetail, canCancel, changeUntil } = booking
  const leave = state === 'waiting' ? '退出排队' : state === 'offered' ? '不要了，让给下一位' : '取消预约'
  return (
    <View className={s.changes}>
      {canDetail && (
        <Button kind="plain" onClick={onDetails}>
          补充情况和照片
        </Button>
      )}
      <View className={s.pair}>
        {canMove && (
          <View className={s.half}>
            <Button kind="plain" onClick={onMove}>
              改期
            </Button>
          </View>
        )}
        {canCancel && (
          <View className={s.half}>
            <Button kind="plain" onClick={onCancel}>
              {leave}
            </Button>
          </View>
        )}
      </View>
      <View className={s.note}>{momentWords(changeUntil, Date.now())} 前可以改</View>
    </View>
  )
}
