import { View } from '@tarojs/components'
import type { CallbackView, RatingView, TicketView } from '@core/contracts/ticket/views'
import { DISSATISFIED_REASONS, SATISFACTIONS, SOLVED, type Satisfaction } from '@core/ticket/words'
import { Card } from '@/components/card'
import { PhotoGrid } from '@/components/photo-grid'
import { SectionTitle } from '@/components/section-title'
import { Tag } from '@/components/tag'
import { momentWords } from '@/features/time'
import s from './ticket.module.scss'

/** What the reporter said of it: ratings round by round, and the calls made to ask. */
export function Opinions({ ticket }: { ticket: TicketView }) {
  const { ratings, callbacks, joinerRatings } = ticket
  if (ratings.length === 0 && callbacks.length === 0 && !joinerRatings) return null
  return (
    <Card>
      <SectionTitle>评价与回访</SectionTitle>
      {[...ratings].reverse().map((rating, index) => (
        <Rating key={`${rating.round}-${rating.at}-${index}`} rating={rating} />
      ))}
      {joinerRatings && <JoinerRatings ratings={joinerRatings} />}
      {[...callbacks].reverse().map((callback) => (
        <Callback key={callback.at} callback={callback} />
      ))}
    </Card>
  )
}

/** R-T9: beside the reporter's, and no part of any figure. */
function JoinerRatings({ ratings }: { ratings: NonNullable<TicketView['joinerRatings']> }) {
  const given = (Object.keys(SATISFACTIONS) as Satisfaction[]).filter((result) => ratings[result])
  return (
    <View className={s.part}>
      <View className={s.line}>
        {given.map((result) => (
          <Tag key={result} tone={result === 'dissatisfied' ? 'danger' : 'plain'}>
            {`${SATISFACTIONS[result]} ${ratings[result]} 人`}
          </Tag>
        ))}
      </View>
      <View className={s.quiet}>附议的人评价 · 供参考，不计入满意率，也不引起重办</View>
    </View>
  )
}

function Rating({ rating }: { rating: RatingView }) {
  const { round, at, by, ofAnother, solved, result, attitude, reasons, words, photos } = rating
  const unhappy = result === 'dissatisfied'
  return (
    <View className={s.part}>
      <View className={s.line}>
        <Tag icon={unhappy ? 'warning' : 'star'} tone={unhappy ? 'danger' : 'ok'}>
          {`结果${SATISFACTIONS[result]}`}
        </Tag>
        {attitude && <Tag>{`态度${SATISFACTIONS[attitude]}`}</Tag>}
        {solved && <Tag>{SOLVED[solved]}</Tag>}
        {ofAnother && <Tag icon="merge">并案反映人</Tag>}
      </View>
      <View className={s.quiet}>
        {`第 ${round} 次办理 · ${by === 'phone' ? '电话回访' : '反映人评价'} · ${momentWords(at, Date.now())}`}
      </View>
      {reasons.length > 0 && (
        <View
          className={s.words}
        >{`原因：${reasons.map((reason) => DISSATISFIED_REASONS[reason]).join('、')}`}</View>
      )}
      {words && <View className={s.words}>{words}</View>}
      <PhotoGrid label="评价照片" urls={photos.map(({ url }) => url)} />
    </View>
  )
}

function Callback({ callback }: { callback: CallbackView }) {
  const { at, outcome, words, by } = callback
  return (
    <View className={s.part}>
      <Tag icon="phone">{outcome === 'answered' ? '电话接通' : '电话没人接'}</Tag>
      <View className={s.quiet}>{`${by} · ${momentWords(at, Date.now())}`}</View>
      {words && <View className={s.words}>{words}</View>}
    </View>
  )
}
