import { View } from '@tarojs/components'
import type { RoutingView } from '@core/contracts/routing/overview'
import type { Tally } from '@core/routing/learning'
import { Card } from '@/components/card'
import { SectionTitle } from '@/components/section-title'
import { dateWords } from '@/features/time'
import { percent } from './words'
import s from './routing.module.scss'

/** Categories listed; those with fewer tickets say little. */
const MOST = 20

/** How many proposals were accepted as they were, by week and by category. */
export function Figures({ view: { all, weeks, categories } }: { view: RoutingView }) {
  const counted = categories.filter(({ count }) => count > 0).slice(0, MOST)
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
          <Row key={week} name={`${dateWords(week)}起的一周`} tally={tally} />
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

function Row({ name, tally: { count, accepted } }: { name: string; tally: Tally }) {
  return (
    <View className={s.row}>
      <View className={s.name}>{name}</View>
      <View className={s.note}>{`${count} 件，改过 ${count - accepted} 件`}</View>
      <View className={s.share}>{percent(accepted, count)}</View>
    </View>
  )
}
