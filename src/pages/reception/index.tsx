import { useRouter } from '@tarojs/taro'
import { Page } from '@/components/page'
import { Booking } from '@/features/reception'

/** 预约接待: day, leader or topic, slot, one tap. With `moves` an earlier booking is moved to another slot. */
export default function Reception() {
  const { date, moves } = useRouter().params
  return (
    <Page title={moves === undefined ? '预约接待' : '改期'}>
      <Booking date={date} moves={moves} />
    </Page>
  )
}
