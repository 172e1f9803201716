import { View } from '@tarojs/components'
import type { SimilarTicket } from '@core/contracts/ticket/similar'
import type { TicketView } from '@core/contracts/ticket/views'
import { useCommand, useQuery } from '@/cloud'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { NoticeBar } from '@/components/notice-bar'
import { SectionTitle } from '@/components/section-title'
import s from './ticket.module.scss'

interface Props {
  ticket: TicketView
  onDone(ticket: TicketView): void
}

/** R-D5: what may be the same matter, joined by one tap, and what was done about the like before. Nothing where there is nothing. */
export function SimilarCard({ ticket, onDone }: Props) {
  const { data } = useQuery('ticket.similar', { ticketId: ticket.id })
  const merge = useCommand('ticket.merge')
  if (!data || data.open.length + data.past.length === 0) return null
  const mayMerge = ticket.commands.includes('ticket.merge')
  const join = async (mainTicketId: string) => {
    const answer = await merge.send({ ticketId: ticket.id, mainTicketId })
    if (answer) onDone(answer.ticket)
  }
  return (
    <>
      {data.open.length > 0 && (
        <Card>
          <SectionTitle>可能重复</SectionTitle>
          {merge.failure && (
            <NoticeBar icon="warning" tone="act">
              {merge.failure.message}
            </NoticeBar>
          )}
          {data.open.map((similar) => (
            <View key={similar.card.id} className={s.part}>
              <Similar similar={similar} />
              {mayMerge && (
                <Button
                  small
                  kind="quiet"
                  icon="merge"
                  disabled={merge.busy}
                  onClick={() => void join(similar.card.id)}
                >
                  并入这一件
                </Button>
              )}
            </View>
          ))}
        </Card>
      )}
      {data.past.length > 0 && (
        <Card>
          <SectionTitle>以前类似的事</SectionTitle>
          {data.past.map((similar) => (
            <View key={similar.card.id} className={s.part}>
              <Similar similar={similar} />
              {similar.done && <View className={s.words}>{`当时：${similar.done}`}</View>}
            </View>
          ))}
        </Card>
      )}
    </>
  )
}

function Similar({ similar: { card, why } }: { similar: SimilarTicket }) {
  return (
    <>
      <View className={s.words}>{card.title}</View>
      <View className={s.quiet}>{[card.number, card.place, card.holder].filter(Boolean).join(' · ')}</View>
      <View className={s.quiet}>{`为什么：${why.join('，')}`}</View>
    </>
  )
}
