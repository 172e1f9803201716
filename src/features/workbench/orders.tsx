import { View } from '@tarojs/components'
import type { OrderView, TicketView } from '@core/contracts/ticket/views'
import { ORDER_CAUSES, ORDER_GRADES, ORDER_STATES, type OrderState } from '@core/ticket/words'
import { Card } from '@/components/card'
import type { IconName } from '@/components/icon'
import { PhotoGrid } from '@/components/photo-grid'
import { SectionTitle } from '@/components/section-title'
import { Tag, type Tone } from '@/components/tag'
import { momentWords } from '@/features/time'
import s from './ticket.module.scss'

const LOOK: Record<OrderState, { icon: IconName; tone: Tone }> = {
  draft: { icon: 'pencil', tone: 'act' },
  issued: { icon: 'flag', tone: 'danger' },
  answered: { icon: 'scales', tone: 'act' },
  lifted: { icon: 'done', tone: 'ok' },
  raised: { icon: 'flag', tone: 'plain' },
  dropped: { icon: 'no', tone: 'plain' },
}

/** The order somebody has to do something about, in a word. */
export function OrderTag({ grade, state }: Pick<OrderView, 'grade' | 'state'>) {
  return <Tag {...LOOK[state]}>{`${ORDER_GRADES[grade]} · ${ORDER_STATES[state]}`}</Tag>
}

/** R-S3: supervision orders on a ticket, the newest first, with the unit's answers. */
export function Orders({ ticket }: { ticket: TicketView }) {
  if (ticket.orders.length === 0) return null
  return (
    <Card>
      <SectionTitle>督查令</SectionTitle>
      {[...ticket.orders].reverse().map((order, index) => (
        <Order key={`${order.grade}-${index}`} order={order} />
      ))}
    </Card>
  )
}

function Order({ order }: { order: OrderView }) {
  const { cause, unit, words, until, issuedAt, answer } = order
  const now = Date.now()
  const facts = [
    unit,
    ORDER_CAUSES[cause],
    issuedAt === undefined ? undefined : `${momentWords(issuedAt, now)}下达`,
    `${momentWords(until, now)} 前答复`,
  ]
  return (
    <View className={s.part}>
      <View className={s.line}>
        <OrderTag grade={order.grade} state={order.state} />
      </View>
      <View className={s.quiet}>{facts.filter(Boolean).join(' · ')}</View>
      <View className={s.words}>{words}</View>
      {answer && (
        <>
          <View className={s.words}>{`答复（${momentWords(answer.at, now)}）：${answer.words}`}</View>
          <PhotoGrid label="答复照片" urls={answer.photos.map(({ url }) => url)} />
        </>
      )}
    </View>
  )
}
