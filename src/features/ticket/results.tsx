import { View } from '@tarojs/components'
import { Card } from '@/components/card'
import { PhotoGrid } from '@/components/photo-grid'
import { SectionTitle } from '@/components/section-title'
import { dayWords, momentWords } from '@/features/time'
import type { RatingView, ResultView, TicketView } from '@core/contracts/ticket/views'
import { OUTCOMES, SATISFACTIONS, SOLVED } from '@core/ticket/words'
import s from './results.module.scss'

/** The reply of the unit, the newest first, with what it looked like before and after; and how it was rated. */
export function TicketResults({ ticket }: { ticket: TicketView }) {
  const newestFirst = [...ticket.results].reverse()
  return (
    <>
      {newestFirst.map((result, index) => (
        <Result
          key={`${result.round}-${result.at}`}
          result={result}
          before={index === 0 ? ticket.photos.map(({ url }) => url) : []}
          rating={ticket.ratings.find(({ round }) => round === result.round)}
          rounds={ticket.round}
        />
      ))}
    </>
  )
}

interface ResultProps {
  result: ResultView
  before: string[]
  rating?: RatingView
  rounds: number
}

function Result({ result, before, rating, rounds }: ResultProps) {
  const now = Date.now()
  const after = result.photos.map(({ url }) => url)
  return (
    <Card>
      <SectionTitle>{rounds > 1 ? `第 ${result.round} 次答复` : '答复'}</SectionTitle>
      <View className={s.note}>
        {result.unit} · {momentWords(result.at, now)}
      </View>
      <View className={s.outcome}>{OUTCOMES[result.outcome]}</View>
      {result.promisedFor !== undefined && (
        <View className={s.line}>承诺 {dayWords(result.promisedFor, now)} 前办好</View>
      )}
      <Part title="了解到的情况">{result.found}</Part>
      <Part title="办了什么">{result.done}</Part>
      {result.basis && <Part title="依据">{result.basis}</Part>}
      {after.length > 0 && before.length > 0 && <View className={s.note}>反映时</View>}
      {after.length > 0 && <PhotoGrid label="反映时的照片" urls={before} />}
      {after.length > 0 && <View className={s.note}>办理后</View>}
      <PhotoGrid label="办理后的照片" urls={after} />
      {rating && (
        <View className={s.rating}>
          {rating.by === 'phone' ? '电话回访时的评价：' : '您的评价：'}
          {[
            rating.solved && SOLVED[rating.solved],
            `结果${SATISFACTIONS[rating.result]}`,
            rating.attitude && `态度${SATISFACTIONS[rating.attitude]}`,
          ]
            .filter(Boolean)
            .join('，')}
        </View>
      )}
    </Card>
  )
}

function Part({ title, children }: { title: string; children: string }) {
  return (
    <View className={s.part}>
      <View className={s.note}>{title}</View>
      <View className={s.words}>{children}</View>
    </View>
  )
}
