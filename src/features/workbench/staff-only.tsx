import type { ReactNode } from 'react'
import Taro from '@tarojs/taro'
import type { ActionOutput } from '@core/contracts'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { useMe } from '@/features/people'

export type Me = ActionOutput<'people.me'>

const goHome = () => void Taro.switchTab({ url: '/pages/home/index' })

/** Lets staff in; a citizen who came here by a shared link is shown the way back. The cloud checks every call anyway. */
export function StaffOnly({ title, children }: { title: string; children(me: Me): ReactNode }) {
  const { data, failure, reload } = useMe()
  if (data && data.role !== 'citizen') return <>{children(data)}</>
  return (
    <Page title={title}>
      {data ? (
        <Empty
          icon="building"
          title="这里是工作人员办事的地方"
          words="您反映的事情在「我的事项」里看。"
          action={{ label: '回首页', onClick: goHome }}
        />
      ) : failure ? (
        <ErrorState message={failure.message} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={4} />
      )}
    </Page>
  )
}
