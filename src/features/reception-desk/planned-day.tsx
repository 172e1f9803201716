import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { DayState, PlannedDayView } from '@core/contracts/reception/month-views'
import { RECEPTION_KINDS } from '@core/reception/words'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import type { IconName } from '@/components/icon'
import { Tag, type Tone } from '@/components/tag'
import { dateWords } from '@/features/time'
import s from './desk.module.scss'
import { deskUrl } from './urls'

const LOOK: Record<DayState, { icon: IconName; tone: Tone; words: string }> = {
  ahead: { icon: 'calendar', tone: 'main', words: '已公布' },
  kept: { icon: 'done', tone: 'ok', words: '已接待' },
  missed: { icon: 'warning', tone: 'danger', words: '未接待' },
  moved: { icon: 'swap', tone: 'act', words: '已改期或换人' },
}

interface Props {
  day: PlannedDayView
  onEdit(day: PlannedDayView): void
  onDrop(day: PlannedDayView): void
  onAway(day: PlannedDayView): void
}

/** One reception of the month: as planned, or what became of it. */
export function PlannedDay({ day, onEdit, onDrop, onAway }: Props) {
  const { open, kind, leaderName, post, date, from, to, place, slotMinutes, seats } = day
  const { words, ...look } = open
    ? LOOK[open.state]
    : { icon: 'pencil' as const, tone: 'plain' as const, words: '未公布' }
  return (
    <Card>
      <View className={s.head}>
        <View className={s.name}>{leaderName}</View>
        <Tag {...look}>{open ? `${words} · 约 ${open.booked}/${open.capacity}` : words}</Tag>
      </View>
      <View className={s.line}>{kind === 'leader' ? post : `${RECEPTION_KINDS[kind]} · ${post}`}</View>
      <View className={s.line}>{`${dateWords(date)} ${from}–${to} · ${place}`}</View>
      <View className={s.line}>{`每 ${slotMinutes} 分钟 ${seats} 个名额`}</View>
      {open?.changed && <View className={s.line}>{open.changed}</View>}
      <View className={s.buttons}>
        {open ? (
          <>
            <Button
              kind="plain"
              small
              label={`打开${leaderName} ${date} 的接待台`}
              onClick={() => void Taro.navigateTo({ url: deskUrl(open.dayId) })}
            >
              接待台
            </Button>
            {open.state === 'ahead' && (
              <Button
                kind="plain"
                small
                label={`${leaderName} ${date} 换人或改期`}
                onClick={() => onAway(day)}
              >
                换人或改期
              </Button>
            )}
          </>
        ) : (
          <>
            <Button kind="plain" small label={`修改${leaderName} ${date}`} onClick={() => onEdit(day)}>
              修改
            </Button>
            <Button kind="quiet" small label={`去掉${leaderName} ${date}`} onClick={() => onDrop(day)}>
              去掉
            </Button>
          </>
        )}
      </View>
    </Card>
  )
}
