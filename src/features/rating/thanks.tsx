import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { Icon } from '@/components/icon'
import { STATUS_MEANS } from '@/features/ticket'
import { momentWords } from '@/features/time'
import type { TicketView } from '@core/contracts/ticket/views'
import s from './thanks.module.scss'

/** Thanks, and what follows from the rating. */
export function Thanks({ ticket }: { ticket: TicketView }) {
  const again = ticket.status !== 'closed'
  return (
    <Card>
      <View className={s.thanks}>
        <View className={s.mark}>
          <Icon name="done" size="large" />
        </View>
        <View className={s.title}>谢谢您的评价</View>
        <View>{again ? STATUS_MEANS[ticket.status] : '这件事办结了。以后有新情况，可以再反映'}</View>
        {again && ticket.due && (
          <View className={s.note}>{momentWords(ticket.due.at, Date.now())} 前会有结果，进展会告诉您</View>
        )}
      </View>
    </Card>
  )
}
