import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import type { MonthView, PlannedDayView } from '@core/contracts/reception/month-views'
import { useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { DaySheet, dayWords } from '@/components/day-sheet'
import { Field } from '@/components/field'
import { ListItem } from '@/components/list-item'
import { NoticeBar } from '@/components/notice-bar'
import { OptionSheet } from '@/components/option-sheet'
import { Sheet } from '@/components/sheet'
import { TextInput } from '@/components/text-input'

interface Props {
  view: MonthView
  day: PlannedDayView
  onDone(): void
  onClose(): void
}

/** R-A6: whoever receives cannot come: another leader, or another date. Everybody booked is told and keeps their place. */
export function AwaySheet({ view, day, onDone, onClose }: Props) {
  const swap = useCommand('reception.swapLeader')
  const move = useCommand('reception.moveDay')
  const [how, setHow] = useState<'swap' | 'move'>('swap')
  const [leaderId, setLeader] = useState<string>()
  const [date, setDate] = useState<string>()
  const [asking, setAsking] = useState(false)
  const [asked, setAsked] = useState(false)
  const reason = useRef('')
  const failure = how === 'swap' ? swap.failure : move.failure
  const dayId = day.open?.dayId ?? day.id
  const others = view.hosts.filter(({ id }) => id !== day.leaderId)

  const send = async () => {
    setAsked(true)
    const why = reason.current.trim()
    if (why.length < 2) return
    const answer =
      how === 'swap'
        ? leaderId !== undefined && (await swap.send({ dayId, leaderId, reason: why }))
        : date !== undefined && (await move.send({ dayId, date, reason: why }))
    if (answer) onDone()
  }
  return (
    <>
      <Sheet
        title="换人或改期"
        onClose={onClose}
        bar={
          <Button busy={swap.busy || move.busy} onClick={() => void send()}>
            {how === 'swap' ? '换人，并通知所有预约的人' : '改期，并通知所有预约的人'}
          </Button>
        }
      >
        {failure && (
          <NoticeBar tone="danger" icon="warning">
            {failure.message}
          </NoticeBar>
        )}
        <View>
          {`${day.leaderName} ${dayWords(day.date, day.date)} ${day.from}–${day.to}，${day.open?.booked ?? 0} 人已预约。他们保留原来的时段，也可以另选。`}
        </View>
        <Choice
          label="怎么改"
          pairs
          options={[
            { value: 'swap', label: '换一位领导', note: '时间不变' },
            { value: 'move', label: '改到另一天', note: '时段不变' },
          ]}
          value={how}
          onChange={setHow}
        />
        {how === 'swap' ? (
          <Field label="由谁接待" error={asked && leaderId === undefined ? '请选一位领导' : undefined}>
            <ListItem
              icon="person"
              title={others.find(({ id }) => id === leaderId)?.name ?? '选择领导'}
              onClick={() => setAsking(true)}
            />
          </Field>
        ) : (
          <Field
            label="改到哪一天"
            hint="改到别的月份，会公示为“改期”"
            error={move.fields.date ?? (asked && date === undefined ? '请选日期' : undefined)}
          >
            <ListItem
              icon="calendar"
              title={date === undefined ? '选择日期' : dayWords(date, day.date)}
              onClick={() => setAsking(true)}
            />
          </Field>
        )}
        <TextInput
          label="原因"
          max={100}
          placeholder="会告诉预约的人，如：到市里开会"
          error={
            swap.fields.reason ??
            move.fields.reason ??
            (asked && reason.current.trim().length < 2 ? '请写明原因' : undefined)
          }
          onInput={(words) => {
            reason.current = words
          }}
        />
      </Sheet>
      {asking && how === 'swap' && (
        <OptionSheet
          title="由谁接待"
          options={others.map(({ id, name, post }) => ({ value: id, label: name, note: post }))}
          value={leaderId === undefined ? [] : [leaderId]}
          onChange={([chosen]) => setLeader(chosen)}
          onClose={() => setAsking(false)}
        />
      )}
      {asking && how === 'move' && (
        <DaySheet
          title="改到哪一天"
          value={date}
          from={new Date(Date.now() + 32 * 3_600_000).toISOString().slice(0, 10)}
          onChange={setDate}
          onClose={() => setAsking(false)}
        />
      )}
    </>
  )
}
