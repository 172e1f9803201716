import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ActionOutput } from '@core/contracts'
import type { DeskDay } from '@core/contracts/reception/desk-views'
import { RECEPTION_KINDS } from '@core/reception/words'
import { useQuery } from '@/cloud'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Island } from '@/components/island'
import { NoticeBar } from '@/components/notice-bar'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { dateWords, spanWords, wallClock } from '@/features/time'
import s from './desk.module.scss'
import { briefUrl, deskUrl, PHONE_URL, scheduleUrl, screenUrl } from './urls'
import { dayState, planWords } from './words'

const go = (url: string) => () => void Taro.navigateTo({ url })

/** The receptions that lie ahead, and those whose outcome is still to be written down. */
export function ReceptionHome({ me }: { me: ActionOutput<'people.me'> }) {
  const { data, failure, reload } = useQuery('reception.today', {})
  const now = Date.now()
  const { year, month } = wallClock(now)
  const present = `${year}-${String(month).padStart(2, '0')}`
  const isOperator = me.role === 'operator'
  const toPlan = data?.plan
  const words = toPlan && planWords(toPlan, now)
  return (
    <Page
      title="领导接待"
      bar={
        isOperator && (
          <>
            <Button icon="phone" kind="plain" onClick={go(PHONE_URL)}>
              电话预约
            </Button>
            <Button icon="calendar" kind="plain" onClick={go(scheduleUrl(toPlan?.month ?? present))}>
              接待排班
            </Button>
          </>
        )
      }
    >
      {!data ? (
        failure ? (
          <ErrorState message={failure.message} onRetry={() => void reload()} />
        ) : (
          <Skeleton cards={3} lines={3} />
        )
      ) : (
        <Island>
          {words && (
            <NoticeBar icon="warning" tone={toPlan?.state === 'late' ? 'danger' : 'act'}>
              {words}
            </NoticeBar>
          )}
          {data.days.length === 0 ? (
            <Empty
              icon="calendar"
              title="近几天没有接待"
              words={
                isOperator
                  ? '排好并公布以后，这里能看到每天的来访人和接待台。'
                  : '您的接待日公布以后会出现在这里。'
              }
            />
          ) : (
            <View data-state="filled">
              {data.days.map((day) => (
                <Day key={day.id} day={day} now={now} canWork={isOperator} />
              ))}
              {isOperator && (
                <Button kind="plain" onClick={go(screenUrl(me.unitId))}>
                  看大厅屏幕
                </Button>
              )}
            </View>
          )}
        </Island>
      )}
    </Page>
  )
}

function Day({ day, now, canWork }: { day: DeskDay; now: number; canWork: boolean }) {
  const running = day.openedAt !== undefined && day.closedAt === undefined
  const isToday = wallClock(day.from).dayNumber === wallClock(now).dayNumber
  return (
    <Card tone={day.unrecorded > 0 ? 'act' : running ? 'main' : undefined}>
      <View className={s.head}>
        <View className={s.name}>{day.leaderName}</View>
        <Tag icon={running ? 'people' : 'calendar'} tone={running ? 'main' : 'plain'}>
          {dayState(day, now)}
        </Tag>
      </View>
      <View className={s.line}>
        {day.kind === 'leader' ? day.post : `${RECEPTION_KINDS[day.kind]} · ${day.post}`}
      </View>
      <View className={s.line}>
        {dateWords(day.date)} {spanWords(day.from, day.to)} · {day.place}
      </View>
      {day.unrecorded > 0 && <Tag icon="warning" tone="act">{`${day.unrecorded} 位的接待结果还没登记`}</Tag>}
      <View className={s.buttons}>
        <Button
          kind={canWork && isToday ? 'main' : 'plain'}
          small
          label={`打开${day.leaderName}的接待台`}
          onClick={go(deskUrl(day.id))}
        >
          接待台
        </Button>
        <Button kind="plain" small label={`打开${day.leaderName}的简报`} onClick={go(briefUrl(day.id))}>
          简报
        </Button>
      </View>
    </Card>
  )
}
