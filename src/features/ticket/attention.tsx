import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Card } from '@/components/card'
import { ListItem } from '@/components/list-item'
import { SectionTitle } from '@/components/section-title'
import { isStaff } from '@/features/people'
import { momentWords } from '@/features/time'
import type { TicketView } from '@core/contracts/ticket/views'
import { REFUSAL_REASONS } from '@core/ticket/words'
import s from './attention.module.scss'

/** What the reporter should read before all else: a question, a refusal, the matter it joined. */
export function TicketAttention({ ticket }: { ticket: TicketView }) {
  const { question, refusal, mainTicket } = ticket
  const now = Date.now()
  return (
    <>
      {!ticket.mine && isStaff(ticket.readerRole) && (
        <Card tone="act">
          <ListItem
            icon="work"
            title="到工作台办理"
            onClick={() => void Taro.redirectTo({ url: `/workbench/ticket/index?id=${ticket.id}` })}
          />
        </Card>
      )}
      {question && (
        <Card tone="act">
          <SectionTitle>想问您一个问题</SectionTitle>
          <View className={s.words}>{question.words}</View>
          <View className={s.note}>
            请在 {momentWords(question.until, now)} 前回答。到时没有回答，会按现有情况继续办
          </View>
        </Card>
      )}
      {refusal && (
        <Card>
          <SectionTitle>为什么不能受理</SectionTitle>
          <View className={s.words}>{REFUSAL_REASONS[refusal.reason]}</View>
          <View className={s.note}>可以这样办</View>
          <View className={s.words}>{refusal.goTo}</View>
          {refusal.appealUntil !== undefined && (
            <View className={s.note}>不认可可以申诉一次，{momentWords(refusal.appealUntil, now)} 前有效</View>
          )}
        </Card>
      )}
      {mainTicket && (
        <Card tone={mainTicket.toRate ? 'act' : undefined}>
          <ListItem
            icon="merge"
            title={mainTicket.toRate ? '一起办的事有了结果，请您评价' : '已和同一件事一起办'}
            note={mainTicket.number}
            onClick={() => void Taro.navigateTo({ url: `/pages/ticket/index?id=${mainTicket.id}` })}
          />
        </Card>
      )}
    </>
  )
}
