import { useRef, useState } from 'react'
import type { DeskView } from '@core/contracts/reception/desk-views'
import { useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field } from '@/components/field'
import { NoticeBar } from '@/components/notice-bar'
import { Sheet } from '@/components/sheet'
import { TextInput } from '@/components/text-input'
import { spanWords } from '@/features/time'

interface Props {
  view: DeskView
  onDone(desk: DeskView): void
  onClose(): void
}

const PEOPLE = ['1', '2', '3', '4', '5'].map((n) => ({ value: n, label: `${n} 人` }))

/** R-A5, R-A7: somebody without a booking takes a free seat, and is checked in at once. */
export function WalkInSheet({ view, onDone, onClose }: Props) {
  const walkIn = useCommand('reception.walkIn')
  const checkIn = useCommand('reception.checkIn')
  const [slotId, setSlot] = useState(view.slots[0]?.id)
  const [people, setPeople] = useState('1')
  const [asked, setAsked] = useState(false)
  const typed = useRef({ topic: '', name: '', phone: '' })
  const failure = walkIn.failure ?? checkIn.failure

  const send = async () => {
    setAsked(true)
    const { topic, name, phone } = typed.current
    if (slotId === undefined || topic.trim().length < 2) return
    const made = await walkIn.send({
      dayId: view.day.id,
      slotId,
      topic: topic.trim(),
      people: Number(people),
      visitor: {
        ...(name.trim() === '' ? {} : { name: name.trim() }),
        ...(phone.trim() === '' ? {} : { phone: phone.trim() }),
      },
    })
    const answer = made && (await checkIn.send({ code: made.booking.id }))
    if (!answer) return
    onDone(answer.desk)
    onClose()
  }
  return (
    <Sheet
      title="现场登记"
      onClose={onClose}
      bar={
        <Button busy={walkIn.busy || checkIn.busy} onClick={() => void send()}>
          登记并签到
        </Button>
      }
    >
      {failure && (
        <NoticeBar tone="danger" icon="warning">
          {failure.message}
        </NoticeBar>
      )}
      <Field label="哪个时段" error={asked && slotId === undefined ? '请选一个时段' : undefined}>
        <Chips
          label="哪个时段"
          single
          options={view.slots.map(({ id, from, to, free }) => ({
            value: id,
            label: `${spanWords(from, to)} 余 ${free}`,
          }))}
          value={slotId === undefined ? [] : [slotId]}
          onChange={([chosen]) => setSlot(chosen)}
        />
      </Field>
      <TextInput
        label="来谈什么"
        max={40}
        placeholder="几个字就可以，如：宅基地"
        error={
          walkIn.fields.topic ?? (asked && typed.current.topic.trim().length < 2 ? '请写几个字' : undefined)
        }
        onInput={(topic) => {
          typed.current.topic = topic
        }}
      />
      <Field label="一共几个人">
        <Chips
          label="一共几个人"
          single
          options={PEOPLE}
          value={[people]}
          onChange={([chosen]) => setPeople(chosen ?? '1')}
        />
      </Field>
      <TextInput
        label="怎么称呼"
        optional
        max={20}
        error={walkIn.fields['visitor.name']}
        onInput={(name) => {
          typed.current.name = name
        }}
      />
      <TextInput
        label="电话"
        optional
        type="tel"
        max={20}
        hint="留了电话，以后能凭编号和手机号查看"
        error={walkIn.fields['visitor.phone']}
        onInput={(phone) => {
          typed.current.phone = phone
        }}
      />
    </Sheet>
  )
}
