import { View } from '@tarojs/components'
import type { TicketView } from '@core/contracts/ticket/views'
import { Card } from '@/components/card'
import type { Directory } from '@/features/directory'
import { callbackScript } from './callback-script'
import { ReporterCard } from './reporter-card'
import s from './ticket.module.scss'

/** R-C1: above the form of a callback: whom to call, and what to say. */
export function CallbackIntro({ ticket, directory }: { ticket: TicketView; directory: Directory }) {
  return (
    <>
      <ReporterCard ticket={ticket} />
      <Card tone="main">
        {callbackScript(ticket, directory.county).map((sentence) => (
          <View key={sentence} className={s.words}>
            {sentence}
          </View>
        ))}
      </Card>
    </>
  )
}
