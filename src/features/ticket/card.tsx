import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { DueText, momentWords } from '@/features/time'
import type { TicketCard as TicketCardView } from '@core/contracts/ticket/views'
import s from './card.module.scss'
import { StatusTag } from './status-tag'

/** A ticket in a list: status, until when, what, and who has it now. About ten nodes. */
export function TicketCard({ ticket, onOpen }: { ticket: TicketCardView; onOpen(): void }) {
  return (
    <Card onClick={onOpen} tone={ticket.waitsForMe ? 'act' : undefined} label={ticket.title}>
      <View className={s.head}>
        <StatusTag status={ticket.status} />
        {ticket.due && <DueText due={ticket.due} />}
      </View>
      <View className={s.title}>{ticket.title}</View>
      <View className={s.note}>{noteOf(ticket, Date.now())}</View>
    </Card>
  )
}

/** Who has it, or when it was sent where nobody has it any more. */
export function noteOf(
  ticket: Pick<TicketCardView, 'holder' | 'status' | 'createdAt' | 'waitsForMe'>,
  now: number,
): string {
  const sent = `${momentWords(ticket.createdAt, now)} 反映`
  if (ticket.waitsForMe) return `${sent} · 等您处理`
  const finished = ['closed', 'withdrawn', 'notAccepted'].includes(ticket.status)
  return finished ? sent : `${sent} · 现在由${ticket.holder}办`
}
