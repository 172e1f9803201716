import { View } from '@tarojs/components'
import type { ResultView, TicketView } from '@core/contracts/ticket/views'
import { OUTCOMES } from '@core/ticket/words'
import { Card } from '@/components/card'
import type { IconName } from '@/components/icon'
import { PhotoGrid } from '@/components/photo-grid'
import { SectionTitle } from '@/components/section-title'
import { Tag, type Tone } from '@/components/tag'
import { dayWords, momentWords } from '@/features/time'
import s from './ticket.module.scss'

const STATES: Readonly<Record<ResultView['state'], { words: string; icon: IconName; tone: Tone }>> = {
  inReview: { words: '待审核', icon: 'scales', tone: 'act' },
  sentBack: { words: '已退回补办', icon: 'undo', tone: 'danger' },
  approved: { words: '已通过', icon: 'check', tone: 'ok' },
}

/** What units handed in, the newest first, with what became of it. */
export function Results({ ticket }: { ticket: TicketView }) {
  if (ticket.results.length === 0) return null
  const latestFirst = [...ticket.results].reverse()
  return (
    <Card>
      <SectionTitle>办理结果</SectionTitle>
      {latestFirst.map((result) => (
        <Result key={`${result.round}-${result.at}`} result={result} rounds={ticket.round > 1} />
      ))}
    </Card>
  )
}

function Result({ result, rounds }: { result: ResultView; rounds: boolean }) {
  const now = Date.now()
  const { words, icon, tone } = STATES[result.state]
  const parts: [string, string | undefined][] = [
    ['调查情况', result.found],
    ['办理情况', result.done],
    ['依据', result.basis],
    ['承诺日期', result.promisedFor === undefined ? undefined : dayWords(result.promisedFor, now)],
    ['沟通情况', result.contact],
    ['未等到的协办单位', result.without?.join('、')],
    ['需要补办', result.missing],
  ]
  return (
    <View className={s.part}>
      <View className={s.line}>
        <Tag icon={icon} tone={tone}>
          {words}
        </Tag>
        <Tag>{OUTCOMES[result.outcome]}</Tag>
        {rounds && <Tag>{`第 ${result.round} 次办理`}</Tag>}
      </View>
      <View className={s.quiet}>{`${result.unit} · ${momentWords(result.at, now)}`}</View>
      {parts.map(
        ([label, value]) =>
          value && (
            <View key={label} className={s.words}>
              {`${label}：${value}`}
            </View>
          ),
      )}
      <PhotoGrid label="办理照片" urls={result.photos.map(({ url }) => url)} />
    </View>
  )
}
