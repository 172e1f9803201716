import { View } from '@tarojs/components'
import type { ScreenView } from '@core/contracts/open/screen'
import { RECEPTION_KINDS } from '@core/reception/words'
import { a11y } from '@/components/a11y'
import { ErrorState } from '@/components/error-state'
import { Icon } from '@/components/icon'
import { useShell } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { dateWords, exactWords, hourWords, lengthWords, spanWords } from '@/features/time'
import { rolling } from './rolling'
import s from './screen.module.scss'
import { useScreen } from './use-screen'

/** Receptions and lines of the month that stand on the wall at once. */
const TODAY_ROOM = 2
const MONTH_ROOM = 5
const WAITING_ROOM = 5
/** Refreshes for which one screenful stays: half a minute. */
const SLOWLY = 3
/** Older than this, the wall says how old it is. */
const STALE_MS = 60_000

/** The lobby's screen: 1920×1080, to be read from eight metres; on a smaller window the same, below each other. */
export function Screen({ centreId }: { centreId?: string }) {
  const { elder } = useShell()
  const { view, at, failure, turn, refresh } = useScreen(centreId)
  return (
    <View className={`theme ${elder ? 'theme-elder' : ''} ${s.wall}`}>
      {view && at !== undefined ? (
        <Wall view={view} at={at} away={failure !== undefined} turn={Math.floor(turn / SLOWLY)} />
      ) : failure ? (
        <ErrorState message={`${failure.message}。大屏会自己重新连接。`} onRetry={refresh} />
      ) : (
        <Skeleton cards={2} lines={4} />
      )}
    </View>
  )
}

function Wall({ view, at, away, turn }: { view: ScreenView; at: number; away: boolean; turn: number }) {
  const age = Date.now() - at
  const now = view.now + age
  const today = rolling(view.today, TODAY_ROOM, turn)
  return (
    <View
      className={s.frame}
      data-state={view.today.length + view.schedule.length === 0 ? 'empty' : 'filled'}
    >
      <View className={s.top}>
        <View className={s.title} {...a11y({ role: 'heading', level: 1 })}>
          {view.title}
        </View>
        <View className={s.clock}>{exactWords(now)}</View>
      </View>
      <View className={s.columns}>
        <View className={s.today}>
          <View className={s.heading} {...a11y({ role: 'heading', level: 2 })}>
            今日接待
          </View>
          {today.map((line, index) => (
            <Today key={`${turn}-${index}`} line={line} />
          ))}
          {today.length === 0 && <View className={s.none}>今天没有接待。可以在小程序里预约别的日子。</View>}
        </View>
        <View className={s.month}>
          <View className={s.heading} {...a11y({ role: 'heading', level: 2 })}>
            近期接待日
          </View>
          {rolling(view.schedule, MONTH_ROOM, turn).map((line, index) => (
            <View key={`${turn}-${index}`} className={s.line}>
              <View className={s.date}>{`${dateWords(line.date)} ${hourWords(line.from)}`}</View>
              <View className={s.who}>
                {`${line.leaderName} · ${line.kind === 'leader' ? line.post : RECEPTION_KINDS[line.kind]}`}
              </View>
            </View>
          ))}
          {view.schedule.length === 0 && <View className={s.none}>每月 25 日前公布下个月的接待日。</View>}
        </View>
      </View>
      <View className={`${s.foot} ${away || age > STALE_MS ? s.away : ''}`}>
        <Icon name={away ? 'offline' : 'phone'} />
        {away || age > STALE_MS
          ? `网络断开，正在重新连接。上面是 ${lengthWords(age)}前的情况，叫号请听工作人员通知`
          : `服务热线 ${view.phone}，微信小程序“民声”可以预约`}
      </View>
    </View>
  )
}

const STATES = { ahead: '还没开始', open: '接待中', closed: '已结束' } as const

/** One reception of today: who is in, and who waits, by number. */
function Today({ line }: { line: ScreenView['today'][number] }) {
  const { leaderName, post, kind, place, from, to, state, serving, waiting, served } = line
  const shown = waiting.slice(0, WAITING_ROOM)
  return (
    <View className={s.card}>
      <View className={s.leader}>
        <View className={s.name}>{leaderName}</View>
        <View className={s.post}>{kind === 'leader' ? post : RECEPTION_KINDS[kind]}</View>
        <View className={s.label}>
          {served > 0 ? `${STATES[state]}，已接待 ${served} 位` : STATES[state]}
        </View>
      </View>
      <View className={s.place}>{`${spanWords(from, to)} · ${place}`}</View>
      <View className={s.queue}>
        <View>
          <View className={s.label}>正在接待</View>
          <View className={s.serving}>{serving ?? '—'}</View>
        </View>
        <View className={s.waiting}>
          <View className={s.label}>{waiting.length > 0 ? `等候 ${waiting.length} 位` : '没有人等候'}</View>
          <View className={s.numbers}>
            {shown.join('  ')}
            {waiting.length > shown.length && ' …'}
          </View>
        </View>
      </View>
    </View>
  )
}
