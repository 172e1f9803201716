import { Page } from '@/components/page'
import { Joins } from '@/features/joins'
import { NoticeOffer } from '@/features/people'

/** 我附议的事: what became of the matters somebody said "me too" of. */
export default function JoinsPage() {
  return (
    <Page title="我附议的事">
      <Joins />
      <NoticeOffer occasion="report" />
    </Page>
  )
}
