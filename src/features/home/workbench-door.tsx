import Taro from '@tarojs/taro'
import { Card } from '@/components/card'
import { ListItem } from '@/components/list-item'

const open = () => void Taro.navigateTo({ url: '/workbench/home/index' })

/** For staff the shortest way to what waits for them. */
export function WorkbenchDoor({ unitName }: { unitName?: string }) {
  return (
    <Card tone="act">
      <ListItem
        icon="work"
        title="工作台"
        note={[unitName, '待我办的事'].filter(Boolean).join(' · ')}
        onClick={open}
      />
    </Card>
  )
}
