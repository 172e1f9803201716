import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { PhotoGrid } from '@/components/photo-grid'
import { SectionTitle } from '@/components/section-title'
import type { TicketView } from '@core/contracts/ticket/views'
import { KINDS } from '@core/ticket/words'
import { sentWords } from './note'
import s from './results.module.scss'

/** What was reported: the words, photos and place. */
export function TicketSaid({ ticket }: { ticket: TicketView }) {
  const place = [ticket.place, ticket.address, ticket.point?.name].filter(Boolean).join(' ')
  const facts = [ticket.kind && KINDS[ticket.kind], sentWords(ticket, Date.now())]
  // The newest reply shows them beside its own, as before and after.
  const shownWithResult = (ticket.results[ticket.results.length - 1]?.photos.length ?? 0) > 0
  return (
    <Card>
      <SectionTitle>{ticket.mine ? '您反映的' : '反映内容'}</SectionTitle>
      <View className={s.words}>{ticket.words ?? ticket.summary ?? ticket.title}</View>
      {!shownWithResult && <PhotoGrid label="反映时的照片" urls={ticket.photos.map(({ url }) => url)} />}
      {place && <View className={s.note}>地点：{place}</View>}
      <View className={s.note}>{facts.filter(Boolean).join(' · ')}</View>
    </Card>
  )
}
