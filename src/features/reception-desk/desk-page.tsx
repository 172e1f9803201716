import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ActionOutput } from '@core/contracts'
import type { DeskView, VisitorView } from '@core/contracts/reception/desk-views'
import { ByTwenty } from '@/components/by-twenty'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Island } from '@/components/island'
import { NoticeBar } from '@/components/notice-bar'
import { Page } from '@/components/page'
import { SectionTitle } from '@/components/section-title'
import { Skeleton } from '@/components/skeleton'
import { CheckInSheet } from './check-in-sheet'
import { DeskBar } from './desk-bar'
import { DeskHead } from './desk-head'
import { OutcomeSheet } from './outcome-sheet'
import { useDeskDay } from './use-desk-day'
import { VisitorCard } from './visitor-card'
import { VisitorSheet } from './visitor-sheet'
import { WalkInSheet } from './walk-in-sheet'

const TITLE = '接待台'

/** What lies open over the desk. */
type Open = { what: 'checkIn' | 'walkIn' } | { what: 'visitor' | 'outcome'; bookingId: string }

/** R-A7: one reception day, worked with one hand on a phone or at a desktop. Who receives only looks. */
export function DeskPage({ me, id }: { me: ActionOutput<'people.me'>; id?: string }) {
  if (id === undefined) {
    return (
      <Page title={TITLE}>
        <Empty icon="calendar" title="没有指明是哪一场接待" words="请从“领导接待”里打开接待台。" />
      </Page>
    )
  }
  return <Desk dayId={id} canWork={me.role === 'operator'} />
}

function Desk({ dayId, canWork }: { dayId: string; canWork: boolean }) {
  const desk = useDeskDay(dayId)
  const [open, setOpen] = useState<Open>()
  const { data, failure, reload } = desk.query
  const close = () => {
    desk.clear()
    setOpen(undefined)
  }
  const view = data?.desk
  const visitor =
    open && 'bookingId' in open
      ? view?.visitors.find(({ bookingId }) => bookingId === open.bookingId)
      : undefined
  const finish = async (bookingId: string) => {
    if (await desk.step('finish', bookingId)) setOpen({ what: 'outcome', bookingId })
  }
  return (
    <Page
      title={TITLE}
      bar={
        view &&
        canWork && (
          <DeskBar
            view={view}
            busy={desk.busy}
            onStep={(step) => void desk.step(step)}
            onFinish={(bookingId) => void finish(bookingId)}
            onCheckIn={() => setOpen({ what: 'checkIn' })}
          />
        )
      }
    >
      {view ? (
        <View data-state="filled">
          <Island>
            {(desk.failure ?? failure) && !open && (
              <NoticeBar tone="danger" icon="warning">
                {(desk.failure ?? failure)!.message}
              </NoticeBar>
            )}
            <DeskHead view={view} />
          </Island>
          <Island>
            <Visitors
              view={view}
              onWalkIn={canWork ? () => setOpen({ what: 'walkIn' }) : undefined}
              onOpen={canWork ? ({ bookingId }) => setOpen({ what: 'visitor', bookingId }) : undefined}
            />
          </Island>
        </View>
      ) : failure ? (
        <ErrorState message={failure.message} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={4} lines={2} />
      )}
      <Island>
        {open?.what === 'checkIn' && <CheckInSheet onDone={desk.show} onClose={close} />}
        {open?.what === 'walkIn' && view && <WalkInSheet view={view} onDone={desk.show} onClose={close} />}
        {open?.what === 'visitor' && visitor && (
          <VisitorSheet
            visitor={visitor}
            busy={desk.busy}
            failure={desk.failure}
            onAbsent={async () => {
              if (await desk.step('noShow', visitor.bookingId)) close()
            }}
            onOutcome={() => setOpen({ what: 'outcome', bookingId: visitor.bookingId })}
            onClose={close}
          />
        )}
        {open?.what === 'outcome' && visitor && (
          <OutcomeSheet
            key={visitor.bookingId}
            visitor={visitor}
            leader={view?.day.leaderName ?? ''}
            onDone={desk.show}
            onClose={close}
          />
        )}
      </Island>
    </Page>
  )
}

/** Who is still to be received: their part of a long day is shown first. */
const AHEAD: readonly VisitorView['state'][] = ['expected', 'arrived', 'serving']

interface VisitorsProps {
  view: DeskView
  onWalkIn?(): void
  onOpen?(visitor: VisitorView): void
}

function Visitors({ view, onWalkIn, onOpen }: VisitorsProps) {
  const { visitors, slots } = view
  return (
    <>
      <SectionTitle
        more={onWalkIn && slots.length > 0 ? { label: '现场登记', onClick: onWalkIn } : undefined}
      >
        {`来访人 ${visitors.length} 位`}
      </SectionTitle>
      {visitors.length === 0 && (
        <Empty icon="people" title="还没有人预约" words="有人预约或现场登记后，会按时段列在这里。" />
      )}
      <ByTwenty items={visitors} unit="位" first={visitors.findIndex(({ state }) => AHEAD.includes(state))}>
        {(visitor) => (
          <VisitorCard key={visitor.bookingId} visitor={visitor} onOpen={onOpen && (() => onOpen(visitor))} />
        )}
      </ByTwenty>
    </>
  )
}
