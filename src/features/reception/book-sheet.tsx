import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Refusal, useCommand, type Failure } from '@/cloud'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field } from '@/components/field'
import { NoticeBar } from '@/components/notice-bar'
import { Sheet } from '@/components/sheet'
import { TextInput } from '@/components/text-input'
import { useMe } from '@/features/people'
import { WhenText } from '@/features/time'
import type { DayView, SlotOffer, SlotView } from '@core/contracts/reception/views'
import type { ReceptionKind } from '@core/reception/words'
import s from './book-sheet.module.scss'
import { BehalfFields, nobodyElse, toBehalf, type Behalf } from './behalf'
import { offersOf } from './days'
import { Lost } from './lost'
import { receptionWords } from './views'

/** What is about to be booked. */
export interface Choice {
  dayId: string
  slotId: string
  date: string
  from: number
  to: number
  kind: ReceptionKind
  leaderName: string
  topics: string[]
  /** No seat is free: one can only wait for one (R-A5). */
  full: boolean
}

export const choiceOf = (day: DayView, slot: SlotView): Choice => ({
  dayId: day.id,
  slotId: slot.id,
  date: day.date,
  from: slot.from,
  to: slot.to,
  kind: day.kind,
  leaderName: day.leaderName,
  topics: day.topics,
  full: slot.free === 0,
})

interface Props {
  choice: Choice
  onBooked(): void
  /** A seat offered after a lost race (R-A4). */
  onOffer(offer: SlotOffer): void
  onClose(): void
}

export const openBookings = (): void => void Taro.navigateTo({ url: '/pages/bookings/index' })

const isLost = (failure: Failure | undefined): failure is Refusal =>
  failure instanceof Refusal && failure.code === 'SLOT_TAKEN'

/** A topic and one tap (R-A3); everything else can be added afterwards. A seat lost to somebody else offers the next free ones (R-A4). */
export function BookSheet({ choice, onBooked, onOffer, onClose }: Props) {
  const book = useCommand('reception.book')
  const wait = useCommand('reception.wait')
  const [topic, setTopic] = useState<string>()
  const [asked, setAsked] = useState(false)
  const own = useRef('')
  const { data: me } = useMe()
  const typed = useRef(nobodyElse)
  const [behalf, setBehalf] = useState(typed.current)
  const type = (change: Partial<Behalf>) => {
    typed.current = { ...typed.current, ...change }
  }
  const failure = book.failure ?? wait.failure
  const lost = isLost(failure) ? failure : undefined
  const mayWait = choice.full || (lost !== undefined && lost === book.failure)

  const send = async (command: typeof book | typeof wait) => {
    const said = own.current.trim() || topic
    setAsked(true)
    if (said === undefined || said.length < 2) return
    book.clear()
    const { dayId, slotId } = choice
    if (await command.send({ dayId, slotId, topic: said, ...toBehalf(typed.current) })) onBooked()
  }
  const take = (offer: SlotOffer) => {
    book.clear()
    wait.clear()
    onOffer(offer)
  }
  return (
    <Sheet
      title={receptionWords(choice)}
      onClose={onClose}
      bar={
        mayWait ? (
          <Button busy={wait.busy} kind={lost ? 'plain' : 'main'} onClick={() => void send(wait)}>
            排队等这个时段
          </Button>
        ) : (
          !lost && (
            <Button busy={book.busy} onClick={() => void send(book)}>
              预约这个时段
            </Button>
          )
        )
      }
    >
      <View className={s.when}>
        <WhenText {...choice} />
      </View>
      {mayWait && !lost && (
        <NoticeBar icon="clock">
          这个时段约满了。有人退出时按顺序通知您，2 小时内（早 8 点到晚 8 点）确认，名额就是您的
        </NoticeBar>
      )}
      {lost && <Lost offers={offersOf(lost.data)} message={lost.message} onOffer={take} />}
      {failure && !lost && (
        <NoticeBar tone="danger" icon="warning">
          <View>{failure.message}</View>
          {failure instanceof Refusal && failure.code === 'ALREADY_BOOKED' && (
            <Button kind="quiet" small onClick={openBookings}>
              看我的预约
            </Button>
          )}
        </NoticeBar>
      )}
      {choice.topics.length > 0 && (
        <Field label="想谈什么">
          <Chips
            label="想谈什么"
            single
            options={[...new Set(choice.topics)].map((each) => ({ value: each, label: each }))}
            value={topic === undefined ? [] : [topic]}
            onChange={([chosen]) => setTopic(chosen)}
          />
        </Field>
      )}
      <TextInput
        label={choice.topics.length > 0 ? '或者自己写' : '想谈什么'}
        optional={choice.topics.length > 0}
        max={40}
        placeholder="几个字就可以，如：农田灌溉"
        error={
          book.fields.topic ??
          wait.fields.topic ??
          (asked && topic === undefined && own.current.trim().length < 2
            ? '请选一个事项，或写几个字'
            : undefined)
        }
        onInput={(value) => {
          own.current = value
        }}
      />
      {me?.role === 'agent' && (
        <BehalfFields
          behalf={behalf}
          errorAt={(field) => book.fields[`onBehalfOf.${field}`] ?? wait.fields[`onBehalfOf.${field}`]}
          type={type}
          choose={(change) => {
            type(change)
            setBehalf(typed.current)
          }}
        />
      )}
      <View className={s.note}>约好以后，还可以补充情况、照片和一起来的人数</View>
    </Sheet>
  )
}
