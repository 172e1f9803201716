import { useRef, useState, type ComponentProps } from 'react'
import { View } from '@tarojs/components'
import type { MonthView, PlannedDayView } from '@core/contracts/reception/month-views'
import { RECEPTION_KINDS, type ReceptionKind } from '@core/reception/words'
import { useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { DaySheet, dayWords } from '@/components/day-sheet'
import { useDrawn } from '@/components/drawn'
import { Field } from '@/components/field'
import { Island } from '@/components/island'
import { ListItem } from '@/components/list-item'
import { NoticeBar } from '@/components/notice-bar'
import { OptionSheet } from '@/components/option-sheet'
import { Sheet } from '@/components/sheet'
import { TextInput } from '@/components/text-input'
import { useDirectory } from '@/features/directory'
import { draftOf, toPlanned, type DayDraft } from './day-draft'

interface Props {
  view: MonthView
  /** The day to change; absent: a new one. */
  day?: PlannedDayView
  /** The date chosen on the calendar. */
  date?: string
  onDone(month: MonthView): void
  onClose(): void
}

/** What is typed, not chosen. */
type TextField = 'hostName' | 'hostPost' | 'from' | 'to' | 'place' | 'topics'
type TextInputProps = ComponentProps<typeof TextInput>

const KINDS = (Object.keys(RECEPTION_KINDS) as ReceptionKind[]).map((value) => ({
  value,
  label: RECEPTION_KINDS[value],
}))
const numbers = (values: readonly number[], unit: string) =>
  values.map((n) => ({ value: String(n), label: `${n} ${unit}` }))
const MINUTES = numbers([15, 20, 30, 60], '分钟')
const SEATS = numbers([1, 2, 3, 5, 10], '个')

/** R-A1: one reception: who, when, where, in what slots, for which units and topics. */
export function DayForm({ view, day, date, onDone, onClose }: Props) {
  const { send, busy, failure, fields } = useCommand('reception.planDay')
  const typed = useRef<DayDraft>(draftOf(view, day, date))
  const [draft, setDraft] = useState(typed.current)
  const [asking, setAsking] = useState<'leader' | 'date' | 'units'>()
  const { directory } = useDirectory()
  const parts = useDrawn(3, 1)
  const type = (change: Partial<DayDraft>) => {
    typed.current = { ...typed.current, ...change }
  }
  const choose = (change: Partial<DayDraft>) => {
    type(change)
    setDraft(typed.current)
  }
  const save = async () => {
    const answer = await send({ month: view.month, version: view.version, day: toPlanned(typed.current) })
    if (answer) onDone(answer.month)
  }
  const at = (field: string) => fields[`day.${field}`]
  const text = (name: TextField, label: string, rest: Partial<TextInputProps> & { max: number }) => (
    <TextInput
      label={label}
      initial={draft[name]}
      error={at(name)}
      onInput={(words) => type({ [name]: words })}
      {...rest}
    />
  )
  const number = (name: 'slotMinutes' | 'seats', label: string, options: typeof MINUTES) => (
    <Field label={label} error={at(name)}>
      <Chips
        label={label}
        single
        options={options}
        value={[draft[name]]}
        onChange={([value]) => value && choose({ [name]: value })}
      />
    </Field>
  )
  const units = (directory?.units ?? []).filter(({ level }) => level === 'department' || level === 'township')
  const host = view.hosts.find(({ id }) => id === draft.leaderId)
  return (
    <>
      <Sheet
        title={day ? '修改接待' : '添加接待'}
        onClose={onClose}
        bar={
          <Button icon="check" busy={busy} onClick={() => void save()}>
            {view.state === 'published' ? '保存并公布' : '保存'}
          </Button>
        }
      >
        {failure && (
          <NoticeBar tone="danger" icon="warning">
            {failure.message}
          </NoticeBar>
        )}
        <Field label="哪一种" error={at('kind')}>
          <Chips
            label="哪一种"
            single
            options={KINDS}
            value={[draft.kind]}
            onChange={([kind]) => kind && choose({ kind })}
          />
        </Field>
        {/* In a box of its own: another kind asks other things here and sends nothing else anew. */}
        <View>
          {draft.kind === 'leader' ? (
            <Field label={view.daily ? '值班领导' : '接待领导'} error={at('leaderId')}>
              <ListItem
                icon="person"
                title={host?.name ?? '选择领导'}
                note={host?.post}
                onClick={() => setAsking('leader')}
              />
            </Field>
          ) : (
            <>
              {text('hostName', '接待人', {
                max: 20,
                placeholder: '如：宋律师',
                error: at('host.name') ?? at('host'),
              })}
              {text('hostPost', '单位或职务', {
                max: 40,
                placeholder: '如：县法律援助中心',
                error: at('host.post'),
              })}
            </>
          )}
        </View>
        <Field label="日期" error={at('date') && draft.date === undefined ? '请选择日期' : at('date')}>
          <ListItem
            icon="calendar"
            title={draft.date === undefined ? '选择日期' : dayWords(draft.date, `${view.month}-01`)}
            onClick={() => setAsking('date')}
          />
        </Field>
        {parts > 1 && (
          <>
            {text('from', '从几点', { max: 5, placeholder: '09:00' })}
            {text('to', '到几点', { max: 5, placeholder: '11:30' })}
            {number('slotMinutes', '每位谈多久', MINUTES)}
            {number('seats', '每个时段几个名额', SEATS)}
          </>
        )}
        {parts > 2 && (
          <>
            {text('place', '地点', { max: 60, placeholder: '如：县社情民意服务中心一楼接待室' })}
            <Field label="分包单位" optional error={at('unitIds')}>
              <ListItem
                icon="building"
                title={
                  draft.unitIds.length === 0
                    ? '选择单位'
                    : draft.unitIds.map((id) => units.find((unit) => unit.id === id)?.name ?? id).join('、')
                }
                onClick={() => setAsking('units')}
              />
            </Field>
            {text('topics', '接待事项', {
              optional: true,
              max: 200,
              placeholder: '用顿号分开，如：供水、道路',
              hint: '群众预约时从这里选',
              error: Object.entries(fields).find(([field]) => field.startsWith('day.topics'))?.[1],
            })}
          </>
        )}
      </Sheet>
      <Island>
        {asking === 'leader' && (
          <OptionSheet
            title={view.daily ? '值班领导' : '接待领导'}
            options={view.hosts.map(({ id, name, post }) => ({ value: id, label: name, note: post }))}
            value={draft.leaderId === undefined ? [] : [draft.leaderId]}
            onChange={([leaderId]) => {
              const chosen = view.hosts.find(({ id }) => id === leaderId)
              choose({ leaderId, ...(chosen ? { unitIds: chosen.unitIds } : {}) })
            }}
            onClose={() => setAsking(undefined)}
          />
        )}
        {asking === 'date' && (
          <DaySheet
            title="哪一天"
            value={draft.date}
            from={`${view.month}-01`}
            onChange={(chosen) => choose({ date: chosen })}
            onClose={() => setAsking(undefined)}
          />
        )}
        {asking === 'units' && (
          <OptionSheet
            title="分包单位"
            search="找单位"
            max={10}
            options={units.map(({ id, name }) => ({ value: id, label: name }))}
            value={draft.unitIds}
            onChange={(unitIds) => choose({ unitIds })}
            onClose={() => setAsking(undefined)}
          />
        )}
      </Island>
    </>
  )
}
