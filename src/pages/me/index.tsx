import { Page } from '@/components/page'
import { MyPage } from '@/features/people'

/** 我的: what is mine, large text, the way into the workbench for staff. */
export default function Me() {
  return (
    <Page title="我的" root>
      <MyPage />
    </Page>
  )
}
