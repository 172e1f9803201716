import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { NoticeBar } from '@/components/notice-bar'
import { dateWords, spanWords } from '@/features/time'
import type { SlotOffer } from '@core/contracts/reception/views'
import s from './book-sheet.module.scss'

interface Props {
  message: string
  offers: readonly SlotOffer[]
  onOffer(offer: SlotOffer): void
}

/** A race was lost, or an offer has run out: the next free slots, a tap each (R-A4). */
export function Lost({ message, offers, onOffer }: Props) {
  return (
    <View>
      <NoticeBar tone="act" icon="info">
        {offers.length > 0 ? `${message}。下面这些还有空位：` : message}
      </NoticeBar>
      <View className={s.offers}>
        {offers.map((offer) => (
          <Button key={`${offer.dayId}-${offer.slotId}`} kind="plain" onClick={() => onOffer(offer)}>
            {`${dateWords(offer.date)} ${spanWords(offer.from, offer.to)} ${offer.leaderName}`}
          </Button>
        ))}
      </View>
    </View>
  )
}
