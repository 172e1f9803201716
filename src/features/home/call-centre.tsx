import Taro from '@tarojs/taro'
import { Card } from '@/components/card'
import { ListItem } from '@/components/list-item'

const HOTLINE = '12345'

/** One tap to a person (R-Y1). */
export function CallCentre() {
  return (
    <Card>
      <ListItem
        icon="phone"
        title={`打 ${HOTLINE} 说给人听`}
        note="24 小时有人接"
        onClick={() => void Taro.makePhoneCall({ phoneNumber: HOTLINE })}
      />
    </Card>
  )
}
