import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { HotMatterView } from '@core/contracts/ticket/hot-matters'
import { usePages } from '@/cloud'
import { Card } from '@/components/card'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { NoticeBar } from '@/components/notice-bar'
import { Page } from '@/components/page'
import { PageEnd } from '@/components/page-end'
import { Skeleton } from '@/components/skeleton'
import { Tag } from '@/components/tag'
import { growthMark, matterWords, weekWords } from './words'
import s from './hot.module.scss'

/** R-D6: matters of several people, most people and most growth first. */
export function HotList() {
  return (
    <Page title="热点事项">
      <Listed />
    </Page>
  )
}

function Listed() {
  const pages = usePages('ticket.hotMatters', {})
  if (pages.loading === 'first' && pages.items.length === 0) return <Skeleton cards={5} lines={2} />
  if (pages.failure && pages.items.length === 0) {
    return <ErrorState message={pages.failure.message} onRetry={() => void pages.reload()} />
  }
  if (pages.items.length === 0) {
    return (
      <Empty
        icon="flag"
        title="最近没有热点"
        words="30 天内至少两个人反映同一个地方的同一件事，会列在这里。"
      />
    )
  }
  return (
    <View data-state="filled">
      <NoticeBar icon="info">
        30 天内好几个人反映的同一件事，人多的、增加快的在前。保密件和举报不算在内。
      </NoticeBar>
      {pages.items.map((matter) => (
        <MatterCard key={matter.id} matter={matter} />
      ))}
      <PageEnd pages={pages} />
    </View>
  )
}

function MatterCard({ matter }: { matter: HotMatterView }) {
  const mark = growthMark(matter)
  return (
    <Card onClick={() => void Taro.navigateTo({ url: `/workbench/hot-matter/index?id=${matter.id}` })}>
      <View className={s.head}>
        <View className={s.title}>{matterWords(matter)}</View>
        <View className={s.people}>{`${matter.people} 人`}</View>
      </View>
      <View className={s.foot}>
        <View className={s.note}>{weekWords(matter)}</View>
        {mark && (
          <Tag icon={mark.grows ? 'warning' : undefined} tone={mark.grows ? 'act' : 'plain'}>
            {mark.words}
          </Tag>
        )}
      </View>
    </Card>
  )
}
