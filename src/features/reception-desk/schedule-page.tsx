import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ActionOutput } from '@core/contracts'
import type { MonthView, PlannedDayView } from '@core/contracts/reception/month-views'
import { useCommand, useQuery } from '@/cloud'
import { Button } from '@/components/button'
import { ByTwenty } from '@/components/by-twenty'
import { ConfirmSheet } from '@/components/confirm-sheet'
import { monthAfter } from '@/components/day-sheet'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Island } from '@/components/island'
import { NoticeBar } from '@/components/notice-bar'
import { Page } from '@/components/page'
import { SectionTitle } from '@/components/section-title'
import { Skeleton } from '@/components/skeleton'
import { wallClock } from '@/features/time'
import { AwaySheet } from './away-sheet'
import { DayForm } from './day-form'
import { Gaps } from './gaps'
import { MonthCalendar } from './month-calendar'
import { PlannedDay } from './planned-day'
import { PublishSheet } from './publish-sheet'
import { monthWords, planWords } from './words'

const TITLE = '接待排班'

/** What lies open over the month. */
type Open =
  | { what: 'form'; day?: PlannedDayView }
  | { what: 'drop' | 'away'; day: PlannedDayView }
  | { what: 'publish' }

/** R-A1: a month of receptions on a calendar: planned, published, and changed by R-A6. */
export function SchedulePage({ me, month }: { me: ActionOutput<'people.me'>; month?: string }) {
  if (me.role !== 'operator') {
    return (
      <Page title={TITLE}>
        <Empty icon="calendar" title="由中心办理员排班" words="公布以后，在“领导接待”里看您的接待日。" />
      </Page>
    )
  }
  return <Schedule first={month ?? presentMonth()} />
}

function presentMonth(): string {
  const { year, month } = wallClock(Date.now())
  return `${year}-${String(month).padStart(2, '0')}`
}

function Schedule({ first }: { first: string }) {
  const [month, setMonth] = useState(first)
  const [date, setDate] = useState<string>()
  const [open, setOpen] = useState<Open>()
  const query = useQuery('reception.month', { month })
  const copy = useCommand('reception.copyMonth')
  const drop = useCommand('reception.dropDay')
  const view = query.data?.month
  const turn = (step: number) => {
    copy.clear()
    setDate(undefined)
    setMonth(monthAfter(month, step))
  }
  const close = () => {
    drop.clear()
    setOpen(undefined)
  }
  const show = (next: MonthView) => {
    query.put({ month: next })
    close()
  }
  const copyLast = async () => {
    const answer = view && (await copy.send({ month, version: view.version }))
    if (answer) show(answer.month)
    else void query.reload()
  }
  const dropDay = async (dayId: string) => {
    const answer = view && (await drop.send({ month, version: view.version, dayId }))
    if (answer) show(answer.month)
  }
  return (
    <Page title={TITLE} bar={view && <Bar view={view} onPublish={() => setOpen({ what: 'publish' })} />}>
      {view ? (
        <View data-state="filled">
          <Island>
            <Standing view={view} failure={(copy.failure ?? query.failure)?.message} />
            <MonthCalendar
              view={view}
              date={date}
              onTurn={turn}
              onChoose={(chosen) => setDate(chosen === date ? undefined : chosen)}
            />
          </Island>
          <Island>
            <Gaps view={view} />
            <Days
              view={view}
              date={date}
              copying={copy.busy}
              onAdd={() => setOpen({ what: 'form' })}
              onCopy={() => void copyLast()}
              onEdit={(day) => setOpen({ what: 'form', day })}
              onDrop={(day) => setOpen({ what: 'drop', day })}
              onAway={(day) => setOpen({ what: 'away', day })}
            />
          </Island>
        </View>
      ) : query.failure ? (
        <ErrorState message={query.failure.message} onRetry={() => void query.reload()} />
      ) : (
        <Skeleton cards={3} lines={5} />
      )}
      <Island>
        {open?.what === 'form' && view && (
          <DayForm
            view={view}
            day={open.day}
            date={date}
            onDone={show}
            onClose={() => {
              close()
              void query.reload()
            }}
          />
        )}
        {open?.what === 'drop' && (
          <ConfirmSheet
            title="去掉这一场"
            words={`${open.day.leaderName} ${open.day.date} ${open.day.from}–${open.day.to} 的接待不再安排。还没有公布，不用通知任何人。`}
            confirm="去掉"
            busy={drop.busy}
            error={drop.failure?.message}
            onConfirm={() => void dropDay(open.day.id)}
            onClose={close}
          />
        )}
        {open?.what === 'away' && view && (
          <AwaySheet
            view={view}
            day={open.day}
            onDone={() => {
              close()
              void query.reload()
            }}
            onClose={close}
          />
        )}
        {open?.what === 'publish' && view && <PublishSheet view={view} onDone={show} onClose={close} />}
      </Island>
    </Page>
  )
}

function Bar({ view, onPublish }: { view: MonthView; onPublish(): void }) {
  if (view.state === 'published') return null
  return (
    <Button icon="send" disabled={view.days.length === 0} onClick={onPublish}>
      {`公布 ${monthWords(view.month)} 接待日`}
    </Button>
  )
}

/** Whether people know of it already, and until when they must. */
function Standing({ view, failure }: { view: MonthView; failure?: string }) {
  const words = planWords(view, Date.now())
  return (
    <>
      {failure && (
        <NoticeBar tone="danger" icon="warning">
          {failure}
        </NoticeBar>
      )}
      {view.state === 'published' ? (
        <NoticeBar tone="ok" icon="done">
          {`${view.centre}的这个月已经公布，群众可以预约。要改只能换人或改期，已预约的人都会收到通知。`}
        </NoticeBar>
      ) : (
        words && (
          <NoticeBar tone={view.state === 'late' ? 'danger' : 'act'} icon="warning">
            {words}
          </NoticeBar>
        )
      )}
    </>
  )
}

interface DaysProps {
  view: MonthView
  date?: string
  copying: boolean
  onAdd(): void
  onCopy(): void
  onEdit(day: PlannedDayView): void
  onDrop(day: PlannedDayView): void
  onAway(day: PlannedDayView): void
}

function Days({ view, date, copying, onAdd, onCopy, ...rest }: DaysProps) {
  const shown = view.days.filter((day) => date === undefined || day.date === date)
  const canCopy = view.state !== 'published' && view.lastMonth > 0
  return (
    <>
      <SectionTitle more={{ label: '添加一场', onClick: onAdd }}>
        {date === undefined
          ? `全月 ${view.days.length} 场`
          : `${Number(date.slice(5, 7))}月${Number(date.slice(8))}日 ${shown.length} 场`}
      </SectionTitle>
      <ByTwenty key={`${view.month} ${date}`} items={shown} unit="场">
        {(day) => <PlannedDay key={day.id} day={day} {...rest} />}
      </ByTwenty>
      {shown.length === 0 && date === undefined && (
        <Empty icon="calendar" title="还没有安排" words="点“添加一场”，或照搬上个月再改。" />
      )}
      {canCopy && date === undefined && (
        <Button kind="plain" icon="undo" busy={copying} onClick={onCopy}>
          {`照搬上个月的 ${view.lastMonth} 场`}
        </Button>
      )}
    </>
  )
}
