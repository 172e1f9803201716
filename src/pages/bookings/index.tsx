import { Page } from '@/components/page'
import { NoticeOffer } from '@/features/people'
import { MyBookings } from '@/features/reception'

/** 我的预约: the code to show, when and where. */
export default function Bookings() {
  return (
    <Page title="我的预约">
      <MyBookings />
      <NoticeOffer occasion="booking" />
    </Page>
  )
}
