import { View } from '@tarojs/components'
import { PhotoGrid } from '@/components/photo-grid'
import { Timeline } from '@/components/timeline'
import { momentWords } from '@/features/time'
import type { TimelineItem } from '@core/contracts/ticket/views'
import s from './timeline.module.scss'

interface Props {
  items: readonly TimelineItem[]
  /** Words that stand elsewhere on the page with their photos: not repeated here. */
  said?: string
}

/** Everything that happened, newest first, in the words of this reader's view. */
export function TicketTimeline({ items, said }: Props) {
  const now = Date.now()
  const newestFirst = [...items].sort((a, b) => b.seq - a.seq)
  return (
    <Timeline
      lines={newestFirst.map((item) => ({
        key: item.seq,
        title: item.title,
        note: `${momentWords(item.at, now)} · ${item.who}`,
        mark: item.internal ? '内部' : undefined,
        body: (said === undefined || item.words !== said) && (
          <>
            {item.words && <View className={s.words}>{item.words}</View>}
            <PhotoGrid label="照片" urls={item.photos.map(({ url }) => url)} />
          </>
        ),
      }))}
    />
  )
}
