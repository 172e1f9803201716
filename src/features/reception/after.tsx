import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { BookingView } from '@core/contracts/reception/views'
import { SATISFACTIONS, type Satisfaction } from '@core/ticket/words'
import { useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { Island } from '@/components/island'
import { ListItem } from '@/components/list-item'
import { NoticeBar } from '@/components/notice-bar'
import { Sheet } from '@/components/sheet'
import { TextArea } from '@/components/text-area'

interface Props {
  booking: BookingView
  onRated(): void
}

/** R-A9: after a reception: the matters that came of it, and how it was. */
export function After({ booking, onRated }: Props) {
  const [open, setOpen] = useState(false)
  const { tickets = [], canRate, rating } = booking
  if (tickets.length === 0 && !canRate && !rating) return null
  return (
    <Card>
      {tickets.map(({ id, number }) => (
        <ListItem
          key={id}
          icon="list"
          title={`接待办理 ${number ?? ''}`}
          note="看进展、评价办理结果"
          onClick={() => void Taro.navigateTo({ url: `/pages/ticket/index?id=${id}` })}
        />
      ))}
      {rating && (
        <View>{`您的评价：倾听${SATISFACTIONS[rating.listened]}，态度${SATISFACTIONS[rating.attitude]}`}</View>
      )}
      {canRate && (
        <Button icon="star" kind="plain" onClick={() => setOpen(true)}>
          评价这次接待
        </Button>
      )}
      <Island>
        {open && (
          <RateSheet
            booking={booking}
            onDone={() => {
              setOpen(false)
              onRated()
            }}
            onClose={() => setOpen(false)}
          />
        )}
      </Island>
    </Card>
  )
}

const OPTIONS = (Object.keys(SATISFACTIONS) as Satisfaction[]).map((value) => ({
  value,
  label: SATISFACTIONS[value],
}))

/** The reception itself; each matter is rated for itself when it is done. */
function RateSheet({ booking, onDone, onClose }: { booking: BookingView; onDone(): void; onClose(): void }) {
  const { send, busy, failure } = useCommand('reception.rate')
  const [listened, setListened] = useState<Satisfaction>()
  const [attitude, setAttitude] = useState<Satisfaction>()
  const [asked, setAsked] = useState(false)
  const words = useRef('')
  const rate = async () => {
    setAsked(true)
    if (listened === undefined || attitude === undefined) return
    const said = words.current.trim()
    const answer = await send({
      bookingId: booking.id,
      listened,
      attitude,
      ...(said === '' ? {} : { words: said }),
    })
    if (answer) onDone()
  }
  const missing = (value: unknown) => (asked && value === undefined ? '请选一个' : undefined)
  return (
    <Sheet
      title="评价这次接待"
      onClose={onClose}
      bar={
        <Button icon="star" busy={busy} onClick={() => void rate()}>
          提交评价
        </Button>
      }
    >
      {failure && (
        <NoticeBar tone="danger" icon="warning">
          {failure.message}
        </NoticeBar>
      )}
      <Field label={`${booking.leaderName}认真听您说了吗`} error={missing(listened)}>
        <Choice label="认真听您说了吗" pairs options={OPTIONS} value={listened} onChange={setListened} />
      </Field>
      <Field label="接待的态度" error={missing(attitude)}>
        <Choice label="接待的态度" pairs options={OPTIONS} value={attitude} onChange={setAttitude} />
      </Field>
      <TextArea
        label="想说的话"
        optional
        short
        max={500}
        onInput={(value) => {
          words.current = value
        }}
      />
    </Sheet>
  )
}
