import { View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { Tag } from '@/components/tag'
import { hourWords, momentWords, spanWords } from '@/features/time'
import type { DayView, SlotView } from '@core/contracts/reception/views'
import { RECEPTION_KINDS } from '@core/reception/words'
import s from './day-card.module.scss'
import { freeSeats, isOver } from './days'

interface Props {
  day: DayView
  /** Absent on the page without login: there the day is only shown. */
  onChoose?(slot: SlotView): void
}

/** One leader's day: who, what they answer for, where, and the slots. A full slot can be waited for (R-A5). */
export function DayCard({ day, onChoose }: Props) {
  const now = Date.now()
  const free = freeSeats(day, now)
  const first = day.slots[0]
  const last = day.slots[day.slots.length - 1]
  return (
    <Card>
      <View className={s.head}>
        <View className={s.name}>{day.leaderName}</View>
        {free > 0 ? (
          <Tag icon="person" tone="ok">{`余 ${free} 个名额`}</Tag>
        ) : (
          <Tag icon="no">{isOver(day, now) ? '已截止' : '已约满'}</Tag>
        )}
      </View>
      <View className={s.note}>
        {day.kind === 'leader' ? day.post : `${RECEPTION_KINDS[day.kind]} · ${day.post}`}
      </View>
      {day.units.length > 0 && <View className={s.line}>分管：{day.units.join('、')}</View>}
      {first && last && (
        <View className={s.line}>
          <Icon name="clock" size="small" /> {spanWords(first.from, last.to)}
        </View>
      )}
      <View className={s.line}>
        <Icon name="pin" size="small" /> {day.place}
      </View>
      {onChoose && !isOver(day, now) && (
        <>
          <View className={s.slots}>
            {day.slots.map((slot) => (
              <Slot key={slot.id} slot={slot} onChoose={() => onChoose(slot)} />
            ))}
          </View>
          <View className={s.note}>{momentWords(day.cutOff, now)} 前可以约、改期或取消</View>
        </>
      )}
    </Card>
  )
}

function Slot({ slot, onChoose }: { slot: SlotView; onChoose(): void }) {
  const full = slot.free === 0
  const seats = full ? (slot.waiting > 0 ? `排队 ${slot.waiting}` : '可排队') : `余 ${slot.free}`
  const said = full ? `约满，${slot.waiting > 0 ? `已有 ${slot.waiting} 人排队` : '可以排队'}` : seats
  return (
    <View
      className={`${s.slot} ${full ? s.full : ''}`}
      onClick={onChoose}
      {...a11y({ role: 'button', label: `${spanWords(slot.from, slot.to)} ${said}` }, onChoose)}
    >
      {hourWords(slot.from)}
      <View className={s.seats}>{seats}</View>
    </View>
  )
}
