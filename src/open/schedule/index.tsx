import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { Page } from '@/components/page'
import { PublicSchedule } from '@/features/reception'

const book = () => void Taro.navigateTo({ url: '/pages/reception/index' })

/** 接待公示: when which leader receives, for everybody, without login (R-A2). */
export default function SchedulePage() {
  return (
    <Page title="接待公示" bar={<Button onClick={book}>我要预约</Button>}>
      <PublicSchedule />
    </Page>
  )
}
