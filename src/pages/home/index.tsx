import { Island } from '@/components/island'
import { Page, useShell } from '@/components/page'
import { CallCentre, Doors, useHome, WorkbenchDoor } from '@/features/home'
import { MonthStrip } from '@/features/reception'
import { RecentResults } from '@/features/recent'
import { NearMatters } from '@/features/ticket'

/** 首页: what one can do here, and what is happening with one's matters. Simpler in elder mode (R-Y1). */
export default function Home() {
  const { elder } = useShell()
  const { staff, unitName } = useHome()
  return (
    <Page title="民声" root>
      <Island>{staff && <WorkbenchDoor unitName={unitName} />}</Island>
      <Doors />
      {elder && <CallCentre />}
      <Island>
        <NearMatters />
      </Island>
      <Island>{!elder && <MonthStrip />}</Island>
      <Island>{!elder && <RecentResults />}</Island>
      {!elder && <CallCentre />}
    </Page>
  )
}
