import { View } from '@tarojs/components'
import type { VisitorView } from '@core/contracts/reception/desk-views'
import { BOOKING_WAYS, DESK_STATES } from '@core/reception/words'
import { Card } from '@/components/card'
import type { IconName } from '@/components/icon'
import { Tag, type Tone } from '@/components/tag'
import { spanWords } from '@/features/time'
import s from './desk.module.scss'

const LOOK: Record<VisitorView['state'], { icon: IconName; tone: Tone; words: string }> = {
  expected: { icon: 'clock', tone: 'plain', words: '还没到' },
  arrived: { icon: 'pin', tone: 'main', words: '等候' },
  serving: { icon: 'people', tone: 'main', words: DESK_STATES.serving },
  finished: { icon: 'done', tone: 'ok', words: DESK_STATES.finished },
  noShow: { icon: 'no', tone: 'plain', words: DESK_STATES.noShow },
  unserved: { icon: 'warning', tone: 'act', words: DESK_STATES.unserved },
}

/** A visitor: number, time, what about, and where they stand. Never more of who it is than a masked name (R-P4). */
export function VisitorCard({ visitor, onOpen }: { visitor: VisitorView; onOpen?(): void }) {
  const { number, from, to, name, topic, people, way, noShows, state, outcome } = visitor
  const { words, ...look } = LOOK[state]
  const unrecorded = state === 'finished' && outcome === undefined
  return (
    <Card onClick={onOpen} tone={unrecorded ? 'act' : state === 'serving' ? 'main' : undefined}>
      <View className={s.visitor}>
        <View className={number === undefined ? `${s.queue} ${s.waitless}` : s.queue}>{number ?? '–'}</View>
        <View className={s.who}>
          <View>
            {topic}
            {name && ` · ${name}`}
          </View>
          <View className={s.line}>
            {[
              spanWords(from, to),
              people > 1 && `${people} 人`,
              BOOKING_WAYS[way],
              noShows > 0 && `曾 ${noShows} 次未到`,
            ]
              .filter(Boolean)
              .join(' · ')}
          </View>
        </View>
        <Tag {...(unrecorded ? ({ icon: 'warning', tone: 'act' } as const) : look)}>
          {unrecorded ? '待登记结果' : outcome ? `${words} · ${outcome.tickets} 件` : words}
        </Tag>
      </View>
    </Card>
  )
}
