import { Page } from '@/components/page'
import { Inbox } from '@/features/notices'

/** 消息: everything the centre has told me. */
export default function Messages() {
  return (
    <Page title="消息" root>
      <Inbox />
    </Page>
  )
}
