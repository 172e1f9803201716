import { useState } from 'react'
import { View } from '@tarojs/components'
import type { Desk } from '@core/notices'
import { DESKS } from '@core/notices/words'
import type { ActionOutput } from '@core/contracts'
import { usePages } from '@/cloud'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Island } from '@/components/island'
import { Page } from '@/components/page'
import { PageEnd } from '@/components/page-end'
import { Skeleton } from '@/components/skeleton'
import { Tabs } from '@/components/tabs'
import type { Role } from '@core/people/words'
import { CallSheet } from './call-sheet'
import { ResendSheet } from './resend-sheet'
import { UndeliveredCard } from './undelivered-card'

export type UndeliveredNotice = ActionOutput<'people.undelivered'>['items'][number]

const EMPTY: Record<Desk, { title: string; words: string }> = {
  call: { title: '没有要打的电话', words: '没有微信的反映人有了要紧的消息，会列在这里等您打电话告知。' },
  push: { title: '微信消息都送到了', words: '发送失败、不知道有没有送到的会列在这里。' },
}

/** Whom to call, and which messages WeChat did not take. */
export function Undelivered({ me }: { me: { role: Role } }) {
  const desks: Desk[] = me.role === 'admin' ? ['push'] : ['call', 'push']
  const [desk, setDesk] = useState<Desk>(desks[0]!)
  const pages = usePages('people.undelivered', { desk })
  const [chosen, setChosen] = useState<UndeliveredNotice>()
  const totals = pages.answer?.totals
  const close = () => setChosen(undefined)
  const done = () => {
    close()
    void pages.reload()
  }
  return (
    <Page title="没送到的消息">
      {desks.length > 1 && (
        <Tabs
          label="列表"
          tabs={desks.map((value) => ({ value, label: DESKS[value], count: totals?.[value] }))}
          value={desk}
          onChange={setDesk}
        />
      )}
      <Listed pages={pages} desk={desk} onAct={setChosen} />
      <Island>
        {chosen?.desk === 'call' && <CallSheet notice={chosen} onDone={done} onClose={close} />}
        {chosen?.desk === 'push' && <ResendSheet notice={chosen} onDone={done} onClose={close} />}
      </Island>
    </Page>
  )
}

interface Props {
  pages: ReturnType<typeof usePages<'people.undelivered'>>
  desk: Desk
  onAct(notice: UndeliveredNotice): void
}

function Listed({ pages, desk, onAct }: Props) {
  if (pages.loading === 'first' && pages.items.length === 0) return <Skeleton cards={4} lines={3} />
  if (pages.failure && pages.items.length === 0) {
    return <ErrorState message={pages.failure.message} onRetry={() => void pages.reload()} />
  }
  if (pages.items.length === 0) return <Empty icon="done" {...EMPTY[desk]} />
  return (
    <View data-state="filled">
      {pages.items.map((notice) => (
        <UndeliveredCard key={notice.id} notice={notice} onAct={onAct} />
      ))}
      <PageEnd pages={pages} />
    </View>
  )
}
