import { View } from '@tarojs/components'
import type { RoutingView } from '@core/contracts/routing/overview'
import type { Tally } from '@core/routing/learning'
import { Card } from '@/components/card'
import { SectionTitle } from '@/components/section-title'
import { changedWords, percent, weekWords } from './words'
import s from './routing.module.scss'

/** Categories listed, those put right most often first; those with few tickets say little. */
const MOST = 20

/** How many proposals were accepted as they were, by week and by category. */
export function Figures({ view: { all, weeks, categories } }: { view: RoutingView }) {
  const wrong = ({ count, accepted }: Tally) => count - accepted
  const counted = categories
    .filter(({ count }) => count > 0)
    .sort((a, b) => wrong(b) - wrong(a) || b.count - a.count)
    .slice(0, MOST)
  return (
    <>
      <Card>
        <SectionTitle>{`最近 ${all.count} 件`}</SectionTitle>
        <View className={s.figures}>
          <Figure value={percent(all.accepted, all.count)} words="归类没有改" />
          <Figure value={percent(all.unitAccepted, all.count)} words="主办单位没有改" />
          <Figure value={percent(all.automatic, all.count)} words="自动派出" />
        </View>
      </Card>
      <Card>
        <SectionTitle>按周</SectionTitle>
        {weeks.map(({ week, ...tally }) => (
          <Row key={week} name={weekWords(week)} tally={tally} />
        ))}
      </Card>
      <Card>
        <SectionTitle>按建议的类别</SectionTitle>
        {counted.map(({ categoryId, name, ...tally }) => (
          <Row key={categoryId} name={name} tally={tally} />
        ))}
      </Card>
    </>
  )
}

function Figure({ value, words }: { value: string; words: string }) {
  return (
    <View className={s.figure}>
      <View className={s.value}>{value}</View>
      <View className={s.note}>{words}</View>
    </View>
  )
}

function Row({ name, tally }: { name: string; tally: Tally }) {
  return (
    <View className={s.row}>
      <View className={s.name}>{name}</View>
      <View className={s.note}>{changedWords(tally)}</View>
      <View className={s.share}>{percent(tally.accepted, tally.count)}</View>
    </View>
  )
}
