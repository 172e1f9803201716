import { View } from '@tarojs/components'
import type { TicketCard } from '@core/contracts/ticket/views'
import { Card } from '@/components/card'
import { StatusTag } from '@/features/ticket'
import { DueText } from '@/features/time'
import { assigneeWords, holderWords } from './queue'
import { Marks } from './ticket-head'
import s from './queue.module.scss'

interface Props {
  ticket: TicketCard
  selected?: boolean
  /** Where the keyboard finds the card. */
  elementId?: string
  onOpen(id: string): void
}

/** One matter of the list: what, where it stands, who has it, until when. */
export function QueueCard({ ticket, selected, elementId, onOpen }: Props) {
  const { id, number, title, status, due, place } = ticket
  return (
    <Card
      // On a phone nothing looks for it, and long ids would cross to the view for nothing.
      id={process.env.TARO_ENV === 'h5' ? elementId : undefined}
      tone={due?.state === 'late' ? 'danger' : undefined}
      selected={selected}
      onClick={() => onOpen(id)}
    >
      <View className={s.marks}>
        <StatusTag status={status} />
        <Marks ticket={ticket} />
        {due && <DueText due={due} />}
      </View>
      <View className={s.title}>{title}</View>
      <View className={s.note}>
        {[holderWords(ticket), assigneeWords(ticket), place, number].filter(Boolean).join(' · ')}
      </View>
    </Card>
  )
}
