import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { NoticeBar } from '@/components/notice-bar'
import { Tag } from '@/components/tag'
import { DueText } from '@/features/time'
import type { TicketView } from '@core/contracts/ticket/views'
import s from './head.module.scss'
import { holderWords } from './note'
import { STATUS_MEANS } from './status'
import { StatusTag } from './status-tag'

/** What is happening with the matter, who has it now, and until when. */
export function TicketHead({ ticket }: { ticket: TicketView }) {
  const holder = holderWords(ticket)
  return (
    <Card tone={ticket.waitsForMe ? 'act' : 'main'}>
      <View className={s.tags} data-state="filled">
        <StatusTag status={ticket.status} />
        {ticket.urgent && (
          <Tag icon="warning" tone="danger">
            紧急
          </Tag>
        )}
        {ticket.confidential && (
          <Tag icon="lock" tone="plain">
            保密
          </Tag>
        )}
        {ticket.round > 1 && <Tag icon="refresh">{`第 ${ticket.round} 次办理`}</Tag>}
      </View>
      <View className={s.means}>{STATUS_MEANS[ticket.status]}</View>
      {holder && <View className={s.line}>{holder}</View>}
      {ticket.due && <DueText due={ticket.due} exact />}
      {ticket.advice && (
        <NoticeBar icon="warning" tone="danger">
          {ticket.advice}
        </NoticeBar>
      )}
      <View className={s.number}>编号 {ticket.number}</View>
    </Card>
  )
}
