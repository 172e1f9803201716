import { useState } from 'react'
import { Page } from '@/components/page'
import { Tabs } from '@/components/tabs'
import { ClaimTicket, JoinsDoor, MyTickets, type MineTab } from '@/features/ticket'

const TABS = [
  { value: 'open', label: '进行中' },
  { value: 'toRate', label: '待我评价' },
  { value: 'closed', label: '已办结' },
] as const

/** 我的事项: what I reported, by where it stands. */
export default function Tickets() {
  const [tab, setTab] = useState<MineTab>('open')
  return (
    <Page title="我的事项" root>
      <Tabs label="我的事项" tabs={TABS} value={tab} onChange={setTab} />
      <MyTickets key={tab} tab={tab} />
      {tab !== 'closed' && <JoinsDoor />}
      {tab === 'open' && <ClaimTicket />}
    </Page>
  )
}
