import { View } from '@tarojs/components'
import { PhotoGrid } from '@/components/photo-grid'
import { Timeline } from '@/components/timeline'
import { momentWords } from '@/features/time'
import type { TimelineItem } from '@core/contracts/ticket/views'
import s from './timeline.module.scss'

/** Everything that happened, newest first, in the words of this reader's view. */
export function TicketTimeline({ items }: { items: readonly TimelineItem[] }) {
  const now = Date.now()
  const newestFirst = [...items].sort((a, b) => b.seq - a.seq)
  return (
    <Timeline
      lines={newestFirst.map((item) => ({
        key: item.seq,
        title: item.title,
        note: `${momentWords(item.at, now)} · ${item.who}`,
        mark: item.internal ? '内部' : undefined,
        body: (
          <>
            {item.words && <View className={s.words}>{item.words}</View>}
            <PhotoGrid label="照片" urls={item.photos.map(({ url }) => url)} />
          </>
        ),
      }))}
    />
  )
}
