import type { ReactNode } from 'react'
import Taro, { useRouter } from '@tarojs/taro'
import type { ActionOutput } from '@core/contracts'
import type { Role } from '@core/people/words'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { useMe } from '@/features/people'

export type Me = ActionOutput<'people.me'>
export type Params = Readonly<Record<string, string | undefined>>

const goHome = () => void Taro.switchTab({ url: '/pages/home/index' })

/** Who has no list of matters here, and what they have instead. */
const ELSEWHERE: Partial<
  Record<Role, { title: string; words: string; action?: { label: string; onClick(): void } }>
> = {
  citizen: { title: '这里是工作人员办事的地方', words: '您反映的事情在「我的事项」里看。' },
  agent: { title: '这里是承办人员办事的地方', words: '您替别人反映的事情在「我的事项」里看。' },
  admin: {
    title: '管理员不经办具体事项',
    words: '具体事项只有承办、督查人员和领导能看。',
    action: {
      label: '看派单建议',
      onClick: () => void Taro.redirectTo({ url: '/workbench/routing/index' }),
    },
  },
}

interface Props {
  title: string
  /** A page for admins too: configuration, no matters. */
  admin?: boolean
  /** @param params of the page's address */
  children(me: Me, params: Params): ReactNode
}

/** Lets those in who handle matters; others, who came by a shared link, are shown the way. The cloud checks every call anyway. */
export function StaffOnly({ title, admin, children }: Props) {
  // Read here, when the page opens: once it lies behind another, Taro no longer knows its address.
  const { params } = useRouter()
  const { data, failure, reload } = useMe()
  const elsewhere = data && !(admin && data.role === 'admin') && ELSEWHERE[data.role]
  if (data && !elsewhere) return <>{children(data, params)}</>
  return (
    <Page title={title}>
      {elsewhere ? (
        <Empty icon="building" action={{ label: '回首页', onClick: goHome }} {...elsewhere} />
      ) : failure ? (
        <ErrorState message={failure.message} onRetry={() => void reload()} />
      ) : (
        <Skeleton cards={4} />
      )}
    </Page>
  )
}
