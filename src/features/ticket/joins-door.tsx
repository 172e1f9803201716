import Taro from '@tarojs/taro'
import { Card } from '@/components/card'
import { ListItem } from '@/components/list-item'

/** The way to the matters of others somebody said "me too" of (R-T3). */
export function JoinsDoor() {
  return (
    <Card>
      <ListItem
        icon="merge"
        title="我附议的事"
        note="点过“我也是”的，看进展和结果"
        onClick={() => void Taro.navigateTo({ url: '/pages/joins/index' })}
      />
    </Card>
  )
}
