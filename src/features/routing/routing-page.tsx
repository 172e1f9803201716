import { useState } from 'react'
import { View } from '@tarojs/components'
import { useQuery } from '@/cloud'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { NoticeBar } from '@/components/notice-bar'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { Tabs } from '@/components/tabs'
import { AutoDispatch } from './auto-dispatch'
import { Corrections } from './corrections'
import { Figures } from './figures'
import { modelWords } from './words'

type Tab = 'figures' | 'automatic' | 'corrections'

const TABS = [
  { value: 'figures', label: '准不准' },
  { value: 'automatic', label: '自动派单' },
  { value: 'corrections', label: '改过的' },
] as const satisfies readonly { value: Tab; label: string }[]

/** R-D3, R-D4: how well proposals are made, which of them go out alone, and what was learned from corrections. */
export function RoutingPage() {
  const { data, failure, reload, put } = useQuery('routing.overview', {})
  const [tab, setTab] = useState<Tab>('figures')
  if (!data) {
    return (
      <Page title="派单建议">
        {failure ? (
          <ErrorState message={failure.message} onRetry={() => void reload()} />
        ) : (
          <Skeleton cards={3} lines={4} />
        )}
      </Page>
    )
  }
  const isBroken = data.model.state === 'broken' || data.model.installed?.broken === true
  return (
    <Page title="派单建议">
      <NoticeBar icon={isBroken ? 'warning' : 'bulb'} tone={isBroken ? 'danger' : 'plain'}>
        {modelWords(data.model)}
      </NoticeBar>
      <Tabs
        label="派单建议"
        tabs={data.mayCorrect ? TABS : TABS.filter(({ value }) => value !== 'corrections')}
        value={tab}
        onChange={setTab}
      />
      {tab === 'corrections' ? (
        <Corrections />
      ) : data.all.count === 0 && tab === 'figures' ? (
        <Empty
          icon="list"
          title="还没有可以比较的"
          words="派出去的事由单位签收以后，这里会显示建议有多准。"
        />
      ) : (
        <View data-state="filled">
          {tab === 'figures' ? <Figures view={data} /> : <AutoDispatch view={data} onSet={put} />}
        </View>
      )}
    </Page>
  )
}
