import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { DueText } from '@/features/time'
import type { TicketCard as TicketCardView } from '@core/contracts/ticket/views'
import s from './card.module.scss'
import { noteOf } from './note'
import { StatusTag } from './status-tag'

/** A ticket in a list: status, until when, what, and who has it now. About ten nodes. */
export function TicketCard({ ticket, onOpen }: { ticket: TicketCardView; onOpen(): void }) {
  return (
    <Card onClick={onOpen} tone={ticket.waitsForMe ? 'act' : undefined}>
      <View className={s.head}>
        <StatusTag status={ticket.status} />
        {ticket.due && <DueText due={ticket.due} />}
      </View>
      <View className={s.title}>{ticket.title}</View>
      <View className={s.note}>{noteOf(ticket, Date.now())}</View>
    </Card>
  )
}
