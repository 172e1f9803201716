import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Refusal, useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Field } from '@/components/field'
import { NoticeBar } from '@/components/notice-bar'
import { Sheet } from '@/components/sheet'
import { TextArea } from '@/components/text-area'
import { TextInput } from '@/components/text-input'
import { dateWords, spanWords } from '@/features/time'
import type { SlotOffer } from '@core/contracts/reception/views'
import s from './book-sheet.module.scss'
import { offersOf } from './days'

/** What is about to be booked. */
export interface Choice {
  dayId: string
  slotId: string
  date: string
  from: number
  to: number
  leaderName: string
  topics: string[]
}

interface Props {
  choice: Choice
  onBooked(): void
  /** A seat offered after a lost race (R-A4). */
  onOffer(offer: SlotOffer): void
  onClose(): void
}

export const openBookings = (): void => void Taro.navigateTo({ url: '/pages/bookings/index' })

const PEOPLE = ['1', '2', '3', '4', '5'].map((n) => ({ value: n, label: `${n} 人` }))

/** A topic and one tap (R-A3). A seat lost to somebody else offers the next free ones (R-A4). */
export function BookSheet({ choice, onBooked, onOffer, onClose }: Props) {
  const { send, busy, failure, fields, clear } = useCommand('reception.book')
  const [topic, setTopic] = useState<string>()
  const [people, setPeople] = useState('1')
  const [asked, setAsked] = useState(false)
  const own = useRef('')
  const words = useRef('')
  const lost = failure instanceof Refusal && failure.code === 'SLOT_TAKEN'

  const book = async () => {
    const said = own.current.trim() || topic
    setAsked(true)
    if (said === undefined || said.length < 2) return
    const { dayId, slotId } = choice
    const answer = await send({
      dayId,
      slotId,
      topic: said,
      ...(words.current.trim() === '' ? {} : { words: words.current.trim() }),
      people: Number(people),
    })
    if (answer) onBooked()
  }
  const take = (offer: SlotOffer) => {
    clear()
    onOffer(offer)
  }
  return (
    <Sheet
      title={`${choice.leaderName} 接待`}
      onClose={onClose}
      bar={
        !lost && (
          <Button busy={busy} onClick={() => void book()}>
            预约这个时段
          </Button>
        )
      }
    >
      <View className={s.when}>
        {dateWords(choice.date)} {spanWords(choice.from, choice.to)}
      </View>
      {lost && <Lost offers={offersOf(failure.data)} message={failure.message} onOffer={take} />}
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
          fields.topic ??
          (asked && topic === undefined && own.current.trim().length < 2
            ? '请选一个事项，或写几个字'
            : undefined)
        }
        onInput={(value) => {
          own.current = value
        }}
      />
      <TextArea
        label="情况说明"
        optional
        short
        max={1000}
        placeholder="先说一说，领导会提前了解"
        error={fields.words}
        onInput={(value) => {
          words.current = value
        }}
      />
      <Field label="一共几个人来">
        <Chips
          label="一共几个人来"
          single
          options={PEOPLE}
          value={[people]}
          onChange={([chosen]) => setPeople(chosen ?? '1')}
        />
      </Field>
    </Sheet>
  )
}

function Lost(props: { message: string; offers: SlotOffer[]; onOffer(offer: SlotOffer): void }) {
  return (
    <View>
      <NoticeBar tone="act" icon="info">
        {props.offers.length > 0 ? `${props.message}。下面这些还有空位：` : props.message}
      </NoticeBar>
      <View className={s.offers}>
        {props.offers.map((offer) => (
          <Button key={`${offer.dayId}-${offer.slotId}`} kind="plain" onClick={() => props.onOffer(offer)}>
            {`${dateWords(offer.date)} ${spanWords(offer.from, offer.to)} ${offer.leaderName}`}
          </Button>
        ))}
      </View>
    </View>
  )
}
