import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { useCommand, useQuery } from '@/cloud'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { ErrorState } from '@/components/error-state'
import { Island } from '@/components/island'
import { ListItem } from '@/components/list-item'
import { NoticeBar } from '@/components/notice-bar'
import { OptionSheet } from '@/components/option-sheet'
import { Page } from '@/components/page'
import { SectionTitle } from '@/components/section-title'
import { Skeleton } from '@/components/skeleton'
import { Tabs } from '@/components/tabs'
import { lookUp, useDirectory } from '@/features/directory'
import { dateWords } from '@/features/time'
import type { Role } from '@core/people/words'
import { SHIFT_WORDS, type Roster, type Shift } from './shifts'
import { ShiftSheet } from './shift-sheet'
import s from './duty.module.scss'

/** Days of a week; the roster holds two. */
const WEEK = 7
const WEEKS = [
  { value: 'this', label: '近七天' },
  { value: 'next', label: '再七天' },
] as const
type Week = (typeof WEEKS)[number]['value']

/** A unit's duty of the next two weeks: who is told of urgent matters at once. */
export function DutyRoster({ me }: { me: { role: Role; unitId?: string } }) {
  const [unitId, setUnitId] = useState(me.unitId)
  const { data, failure, reload, put } = useQuery('people.roster', unitId ? { unitId } : {})
  const [choosing, setChoosing] = useState<{ day: string; shift: Shift }>()
  const [week, setWeek] = useState<Week>('this')
  const first = week === 'this' ? 0 : WEEK
  return (
    <Page title="值班安排">
      {me.role === 'admin' && <UnitChoice unit={data?.unit} onChange={setUnitId} />}
      {data ? (
        <View data-state="filled">
          <Now roster={data} />
          <Tabs label="哪一周" tabs={WEEKS} value={week} onChange={setWeek} />
          {/* By place and not by day: turning the week changes words, not cards. */}
          {data.mayPlan && <CopyWeek roster={data} week={week} onDone={put} />}
          {data.days.slice(first, first + WEEK).map(({ day, shifts }, place) => (
            <Card key={place}>
              <SectionTitle>{dateWords(day)}</SectionTitle>
              {(Object.keys(SHIFT_WORDS) as Shift[]).map((shift) => (
                <ListItem
                  key={shift}
                  icon={shift === 'day' ? 'bulb' : 'clock'}
                  title={namesOf(shifts[shift]) || '没有排，找负责人'}
                  note={SHIFT_WORDS[shift]}
                  onClick={data.mayPlan ? () => setChoosing({ day, shift }) : undefined}
                />
              ))}
            </Card>
          ))}
        </View>
      ) : failure ? (
        <ErrorState message={failure.message} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={4} lines={3} />
      )}
      <Island>
        {data && choosing && (
          <ShiftSheet
            key={`${choosing.day} ${choosing.shift}`}
            roster={data}
            {...choosing}
            onDone={(roster) => {
              put(roster)
              setChoosing(undefined)
            }}
            onClose={() => setChoosing(undefined)}
          />
        )}
      </Island>
    </Page>
  )
}

export const namesOf = (people: readonly { name: string }[]): string =>
  people.map(({ name }) => name).join('、')

function Now({ roster: { unit, now, mayPlan } }: { roster: Roster }) {
  const names = namesOf(now.people)
  return (
    <NoticeBar icon="bell" tone={names ? 'main' : 'danger'}>
      {names ? `${unit}现在值班：${names}。紧急事项会马上通知。` : `${unit}现在没有人值班，也没有负责人。`}
      {mayPlan ? '点一个班次来排。没有排的班，通知单位负责人。' : ''}
    </NoticeBar>
  )
}

/** Fills what is empty of this week as the week before was. */
function CopyWeek({ roster, week, onDone }: { roster: Roster; week: Week; onDone(roster: Roster): void }) {
  const { send, busy, failure } = useCommand('people.copyDuty')
  const copy = async () => {
    const answer = await send({ unitId: roster.unitId, week })
    if (!answer) return
    const isSame = JSON.stringify(answer.days) === JSON.stringify(roster.days)
    if (isSame) void Taro.showToast({ title: '没有可以照搬的班', icon: 'none' })
    onDone(answer)
  }
  return (
    <View className={s.copy}>
      {failure && <NoticeBar icon="warning">{failure.message}</NoticeBar>}
      <Button kind="plain" icon="calendar" busy={busy} onClick={() => void copy()}>
        照搬前一周
      </Button>
    </View>
  )
}

/** An admin sees to every unit's. */
function UnitChoice({ unit, onChange }: { unit?: string; onChange(unitId: string): void }) {
  const { directory } = useDirectory()
  const [open, setOpen] = useState(false)
  return (
    <>
      <ListItem icon="building" title={unit ?? '选单位'} note="换一个单位" onClick={() => setOpen(true)} />
      <Island>
        {open && directory && (
          <OptionSheet
            title="选单位"
            options={lookUp(directory).units}
            value={[]}
            search="写几个字来找，例如「水」"
            onChange={([chosen]) => {
              setOpen(false)
              if (chosen) onChange(chosen)
            }}
            onClose={() => setOpen(false)}
          />
        )}
      </Island>
    </>
  )
}
