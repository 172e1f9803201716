import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { ActionOutput } from '@core/contracts'
import type { DeskView, VisitorView } from '@core/contracts/reception/desk-views'
import { KINDS, type Kind } from '@core/ticket/words'
import { useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { Chips } from '@/components/chips'
import { Choice } from '@/components/choice'
import { Field } from '@/components/field'
import { ListItem } from '@/components/list-item'
import { NoticeBar } from '@/components/notice-bar'
import { SectionTitle } from '@/components/section-title'
import { Sheet } from '@/components/sheet'
import { SwitchRow } from '@/components/switch-row'
import { TextArea } from '@/components/text-area'
import { emptyMatter, missingIn, needsSummary, toMatters, type MatterDraft } from './outcome'

interface Props {
  visitor: VisitorView
  leader: string
  onDone(desk: DeskView): void
  onClose(): void
}

const KIND_OPTIONS = (Object.keys(KINDS) as Kind[]).map((value) => ({ value, label: KINDS[value] }))
const MOST = 5

/** R-A9: what the visitor brought and what the leader said; each matter becomes a ticket that the visitor follows. */
export function OutcomeSheet({ visitor, leader, onDone, onClose }: Props) {
  const { send, busy, failure, fields } = useCommand('reception.outcome')
  // What is typed is kept here and drawn by the device; what is chosen is drawn anew.
  const typed = useRef<MatterDraft[]>([emptyMatter()])
  const [matters, setMatters] = useState(typed.current)
  const [own, setOwn] = useState<Record<string, string>>({})
  const [made, setMade] = useState<ActionOutput<'reception.outcome'>>()

  const type = (index: number, change: Partial<MatterDraft>) => {
    typed.current = typed.current.map((matter, at) => (at === index ? { ...matter, ...change } : matter))
  }
  const choose = (index: number, change: Partial<MatterDraft>) => {
    type(index, change)
    setMatters(typed.current)
  }
  const add = () => {
    typed.current = [...typed.current, emptyMatter()]
    setMatters(typed.current)
  }
  const record = async () => {
    const missing = missingIn(typed.current)
    setOwn(missing)
    if (Object.keys(missing).length > 0) return
    const answer = await send({ bookingId: visitor.bookingId, matters: toMatters(typed.current) })
    if (!answer) return
    onDone(answer.desk)
    setMade(answer)
  }
  if (made) {
    return (
      <Sheet title="接待结果已登记" onClose={onClose} bar={<Button onClick={onClose}>好的</Button>}>
        <NoticeBar tone="ok" icon="done">{`编号 ${made.numbers.join('、')}`}</NoticeBar>
        <View>来访人会收到编号，能看到每一步办理，并可以评价这次接待。</View>
        {made.toInstruct.map(({ id, number }) => (
          <ListItem
            key={id}
            icon="pencil"
            title={`${number} 等${leader}批示`}
            note="领导的意见已带进批示；已在呈批单上签字的，可以点这里拍照代录"
            onClick={() => void Taro.navigateTo({ url: `/workbench/ticket/index?id=${id}` })}
          />
        ))}
      </Sheet>
    )
  }
  const wrong = { ...fields, ...own }
  return (
    <Sheet
      title={`${visitor.number ?? ''} 号接待结果`}
      onClose={onClose}
      bar={
        <Button icon="check" busy={busy} onClick={() => void record()}>
          登记结果
        </Button>
      }
    >
      {failure && (
        <NoticeBar tone="danger" icon="warning">
          {failure.message}
        </NoticeBar>
      )}
      {matters.map((matter, index) => (
        <Matter
          key={index}
          title={matters.length > 1 ? `第 ${index + 1} 件事` : undefined}
          matter={matter}
          topic={visitor.topic}
          leader={leader}
          errorAt={(field) => wrong[`matters.${index}.${field}`]}
          onType={(change) => type(index, change)}
          onChoose={(change) => choose(index, change)}
        />
      ))}
      {matters.length < MOST && (
        <Button kind="quiet" icon="plus" onClick={add}>
          还有一件事
        </Button>
      )}
    </Sheet>
  )
}

interface MatterProps {
  title?: string
  matter: MatterDraft
  topic: string
  leader: string
  errorAt(field: string): string | undefined
  onType(change: Partial<MatterDraft>): void
  onChoose(change: Partial<MatterDraft>): void
}

function Matter({ title, matter, topic, leader, errorAt, onType, onChoose }: MatterProps) {
  const { kind, confidential, result } = matter
  return (
    <View>
      {title && <SectionTitle>{title}</SectionTitle>}
      <TextArea
        label="反映什么事"
        short
        max={1000}
        placeholder={`${topic}：时间、地点、希望怎么解决`}
        error={errorAt('words')}
        onInput={(words) => onType({ words })}
      />
      <Field label="怎么处理" error={errorAt('result')}>
        <Choice
          label="怎么处理"
          pairs
          options={[
            { value: 'answered', label: '当场答复', note: '请来访人评价' },
            { value: 'instructed', label: '批示交办', note: `呈${leader}书面批示` },
          ]}
          value={result}
          onChange={(chosen) => onChoose({ result: chosen })}
        />
      </Field>
      <TextArea
        label={result === 'instructed' ? '领导的意见' : '领导的答复'}
        short
        max={1000}
        error={errorAt('said')}
        onInput={(said) => onType({ said })}
      />
      <Field label="是哪一类" optional>
        <Chips
          label="是哪一类"
          single
          options={KIND_OPTIONS}
          value={kind === undefined ? [] : [kind]}
          onChange={([chosen]) => onChoose({ kind: chosen })}
        />
      </Field>
      <SwitchRow
        title="保密"
        note="承办单位看不到原话和来访人"
        on={confidential || kind === 'report'}
        onChange={(on) => onChoose({ confidential: on })}
      />
      {needsSummary(matter) && (
        <TextArea
          label="转办摘要"
          short
          max={1000}
          hint="承办单位只看摘要，请不要照抄原话"
          error={errorAt('summary')}
          onInput={(summary) => onType({ summary })}
        />
      )}
    </View>
  )
}
