import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { TicketCard, TicketView } from '@core/contracts/ticket/views'
import { CHANNELS, HANDLING_CLASSES, KINDS, REFUSAL_REASONS } from '@core/ticket/words'
import { a11y } from '@/components/a11y'
import { Card } from '@/components/card'
import { ListItem } from '@/components/list-item'
import { NoticeBar } from '@/components/notice-bar'
import { PhotoGrid } from '@/components/photo-grid'
import { Tag } from '@/components/tag'
import { docketUrl } from '@/features/docket'
import { StatusTag } from '@/features/ticket'
import { DueText, exactWords, momentWords } from '@/features/time'
import { needsSummary } from './forms'
import { holderWords } from './queue'
import s from './ticket.module.scss'

/** What makes a matter special, in a word each. */
export function Marks({ ticket }: { ticket: TicketCard }) {
  const { urgent, major, confidential, round } = ticket
  return (
    <>
      {urgent && (
        <Tag icon="warning" tone="danger">
          紧急
        </Tag>
      )}
      {major && (
        <Tag icon="flag" tone="act">
          重大
        </Tag>
      )}
      {confidential && <Tag icon="lock">保密</Tag>}
      {round > 1 && <Tag icon="refresh" tone="act">{`第 ${round} 次办理`}</Tag>}
    </>
  )
}

/** What it is, where it stands, who has it and until when. */
export function TicketHead({ ticket }: { ticket: TicketView }) {
  const { number, title, status, due, question, refusal, instruction, mainTicket } = ticket
  const held = holderWords(ticket)
  return (
    <Card>
      <View className={s.line} data-state="filled">
        <StatusTag status={status} />
        <Marks ticket={ticket} />
      </View>
      <View className={s.title} {...a11y({ role: 'heading', level: 2 })}>
        {title}
      </View>
      <View className={s.quiet}>{number}</View>
      <View className={s.line}>
        {held && <View>{held}</View>}
        {due && <DueText due={due} exact />}
      </View>
      {instruction && (
        <NoticeBar icon="sign" tone="main">
          {`${instruction.leader}批示：${instruction.words}`}
        </NoticeBar>
      )}
      {question && (
        <NoticeBar icon="question" tone="act">
          {`已问反映人：${question.words}（等到 ${momentWords(question.until, Date.now())}）`}
        </NoticeBar>
      )}
      {refusal && (
        <NoticeBar icon="no">{`不予受理：${REFUSAL_REASONS[refusal.reason]}。去处：${refusal.goTo}`}</NoticeBar>
      )}
      {status === 'closed' && (
        <ListItem
          icon="print"
          title="卷宗"
          note="这件事从头到尾的记录，可以打印"
          onClick={() => void Taro.navigateTo({ url: docketUrl(ticket.id) })}
        />
      )}
      {mainTicket && (
        <ListItem
          icon="merge"
          title={`已并入 ${mainTicket.number}`}
          note="跟着主件一起办"
          onClick={() => void Taro.navigateTo({ url: `/workbench/ticket/index?id=${mainTicket.id}` })}
        />
      )}
    </Card>
  )
}

/** The reporter's words, or the summary for readers who get only that (R-P5), and the facts. */
export function Matter({ ticket }: { ticket: TicketView }) {
  const { words, summary, photos, place, address, kind, category, channel, createdAt, handlingClass } = ticket
  const { leadUnit, coUnits } = ticket
  const facts: [string, string | undefined][] = [
    ['地点', [place, address].filter(Boolean).join(' ')],
    ['类别', [kind && KINDS[kind], category?.name].filter(Boolean).join(' · ')],
    ['主办', leadUnit],
    ['协办', coUnits.map(({ name }) => name).join('、')],
    ['办理方式', handlingClass && HANDLING_CLASSES[handlingClass]],
    ['来源', [channel && CHANNELS[channel], submitted(ticket, createdAt)].filter(Boolean).join(' · ')],
  ]
  return (
    <Card>
      {summary && <View className={s.words}>{`摘要：${summary}`}</View>}
      {words && <View className={s.words}>{words}</View>}
      <PhotoGrid label="反映人照片" urls={photos.map(({ url }) => url)} />
      {facts.map(
        ([name, value]) =>
          value && (
            <View key={name} className={s.fact}>
              <View className={s.name}>{name}</View>
              <View className={s.value}>{value}</View>
            </View>
          ),
      )}
    </Card>
  )
}

/** R-P5: of a confidential matter and of a report only the day is known. */
const submitted = ({ confidential, kind }: TicketView, at: number) =>
  needsSummary(confidential, kind) ? exactWords(at).replace(/（.*$/, '') : exactWords(at)
