import { View } from '@tarojs/components'
import type { ActionOutput } from '@core/contracts'
import { RECEPTION_KINDS } from '@core/reception/words'
import { KINDS, STATUSES } from '@core/ticket/words'
import { useQuery } from '@/cloud'
import { a11y } from '@/components/a11y'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Page } from '@/components/page'
import { PhotoGrid } from '@/components/photo-grid'
import { Skeleton } from '@/components/skeleton'
import { PrintTools } from '@/features/docket'
import { dateWords, exactWords, spanWords } from '@/features/time'
import s from './brief.module.scss'

type Brief = ActionOutput<'reception.brief'>
const TITLE = '接待前简报'

/** R-A8: who comes, what about, and where their matters stand; on paper one clean document. */
export function BriefPage({ id }: { id?: string }) {
  const { data, failure, reload } = useQuery('reception.brief', id === undefined ? undefined : { dayId: id })
  if (id === undefined) {
    return (
      <Page title={TITLE}>
        <Empty icon="calendar" title="没有指明是哪一场接待" words="请从“领导接待”里打开简报。" />
      </Page>
    )
  }
  return (
    <Page title={TITLE}>
      {data ? (
        <>
          <PrintTools />
          <Sheet brief={data} />
        </>
      ) : failure ? (
        <ErrorState message={failure.message} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={3} lines={4} />
      )}
    </Page>
  )
}

function Sheet({ brief: { day, units, visitors } }: { brief: Brief }) {
  return (
    <View className={s.paper} data-state="filled">
      <View className={s.title} {...a11y({ role: 'heading', level: 2 })}>
        {`${RECEPTION_KINDS[day.kind]}简报`}
      </View>
      <View className={s.centred}>{`${day.leaderName} · ${day.post}`}</View>
      <View
        className={s.centred}
      >{`${dateWords(day.date)} ${spanWords(day.from, day.to)} · ${day.place}`}</View>
      {units.length > 0 && <View className={s.centred}>{`分包单位：${units.join('、')}`}</View>}
      {visitors.length === 0 && <View className={s.centred}>目前没有人预约。</View>}
      {visitors.map((visitor, index) => (
        <Visitor key={`${visitor.from}-${index}`} visitor={visitor} nth={index + 1} />
      ))}
      <View className={s.foot}>{`打印时间 ${exactWords(Date.now())} · 内部材料，请妥善保管`}</View>
    </View>
  )
}

function Visitor({ visitor, nth }: { visitor: Brief['visitors'][number]; nth: number }) {
  const { from, to, name, people, topic, words, noShows, photos, tickets } = visitor
  const about = [spanWords(from, to), name, `${people} 人`, noShows > 0 && `曾 ${noShows} 次未到`]
  return (
    <View className={s.visitor}>
      <View className={s.heading} {...a11y({ role: 'heading', level: 3 })}>{`${nth}. ${topic}`}</View>
      <View className={s.quiet}>{about.filter(Boolean).join(' · ')}</View>
      {words && <View className={s.words}>{words}</View>}
      <PhotoGrid label="来访人照片" urls={photos.map(({ url }) => url)} />
      {tickets.length === 0 ? (
        <View className={s.quiet}>以前没有反映过事项。</View>
      ) : (
        tickets.map((ticket) => (
          <View key={ticket.number} className={s.matter}>
            <View>{`${ticket.own ? '【本次】' : ''}${ticket.number} ${ticket.title}`}</View>
            <View className={s.quiet}>
              {[ticket.kind && KINDS[ticket.kind], STATUSES[ticket.status], ticket.unit]
                .filter(Boolean)
                .join(' · ')}
            </View>
            {ticket.position && <View className={s.words}>{`单位答复：${ticket.position}`}</View>}
          </View>
        ))
      )}
    </View>
  )
}
