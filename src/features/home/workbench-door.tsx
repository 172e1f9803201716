import Taro from '@tarojs/taro'
import { Card } from '@/components/card'
import { ListItem } from '@/components/list-item'
import { isStaff, useMe } from '@/features/people'

const open = () => void Taro.navigateTo({ url: '/workbench/home/index' })

/** For staff the shortest way to what waits for them; citizens never see it. */
export function WorkbenchDoor() {
  const { data: me } = useMe()
  if (!me || !isStaff(me.role)) return null
  return (
    <Card tone="act">
      <ListItem
        icon="work"
        title="工作台"
        note={[me.unitName, '待我办的事'].filter(Boolean).join(' · ')}
        onClick={open}
      />
    </Card>
  )
}
