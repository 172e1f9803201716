import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/page'
import { Booking } from '@/features/reception'

/** 预约接待: day, leader, slot, a topic and one tap. */
export default function Reception() {
  const { date } = useRouter().params
  return (
    <Page title="预约县领导">
      <Booking date={date} />
    </Page>
  )
}
