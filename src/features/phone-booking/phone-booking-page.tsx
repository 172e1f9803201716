import { useState } from 'react'
import { View } from '@tarojs/components'
import type { ActionOutput } from '@core/contracts'
import type { BookingView } from '@core/contracts/reception/views'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { NoticeBar } from '@/components/notice-bar'
import { Page } from '@/components/page'
import { useDirectory } from '@/features/directory'
import { MoveBooking, type Where } from '@/features/reception'
import { dateWords, spanWords } from '@/features/time'
import { toldWords } from './phone-booking'
import s from './phone-booking.module.scss'
import { PhoneFields } from './phone-fields'
import { usePhoneBooking } from './use-phone-booking'

const TITLE = '电话预约'

/** R-T11: who calls is booked a reception, and what they have booked is read out, moved or cancelled. */
export function PhoneBookingPage({ me }: { me: ActionOutput<'people.me'> }) {
  if (me.role !== 'operator') {
    return (
      <Page title={TITLE}>
        <Empty icon="calendar" title="由中心办理员登记" words="您的接待日在“领导接待”里看。" />
      </Page>
    )
  }
  return <OwnDesk unitId={me.unitId} />
}

/** R-A10: an operator of a township books there first; the county is where nothing else is said. */
function OwnDesk({ unitId }: { unitId?: string }) {
  const { directory } = useDirectory()
  const where = directory?.townships.find(({ id }) => id === unitId)
  return <Desk key={where?.id} where={where} />
}

function Desk({ where }: { where?: Where }) {
  const form = usePhoneBooking(where)
  const [moving, setMoving] = useState<BookingView>()
  const [moved, setMoved] = useState<string>()
  if (moving) {
    return (
      <Page
        title="改期"
        bar={
          <Button kind="plain" onClick={() => setMoving(undefined)}>
            不改了，返回
          </Button>
        }
      >
        <MoveBooking
          booking={moving}
          where={where}
          onMoved={() => {
            setMoved(`预约号 ${moving.code} 已改期，请告诉对方新的时间`)
            setMoving(undefined)
          }}
        />
      </Page>
    )
  }
  const { choice, failure, lost, made, busy, send } = form
  return (
    <Page
      title={TITLE}
      bar={
        <>
          {failure && (
            <NoticeBar tone="danger" icon="warning">
              {failure.message}
            </NoticeBar>
          )}
          {!lost && (
            <Button icon="calendar" busy={busy} onClick={send}>
              {choice?.full ? '登记排队' : '登记预约'}
            </Button>
          )}
        </>
      }
    >
      {moved && (
        <NoticeBar tone="ok" icon="done">
          {moved}
        </NoticeBar>
      )}
      {made && <Made booking={made} />}
      <PhoneFields key={form.version} form={form} onMove={setMoving} />
    </Page>
  )
}

/** To be read out: the code first, it is all the caller needs. */
function Made({ booking }: { booking: BookingView }) {
  const { state, code, date, from, to, leaderName, post, place } = booking
  return (
    <Card tone="main">
      <View>{toldWords(state)}</View>
      <View className={s.code}>{`${code.slice(0, 3)} ${code.slice(3)}`}</View>
      <View>{`${dateWords(date)} ${spanWords(from, to)}，${leaderName}（${post}）`}</View>
      <View className={s.line}>{`${place}；请带身份证和有关材料，提前 15 分钟到`}</View>
    </Card>
  )
}
