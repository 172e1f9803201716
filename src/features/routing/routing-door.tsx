import Taro from '@tarojs/taro'
import type { Role } from '@core/people/words'
import { ListItem } from '@/components/list-item'

/** Who looks after how matters are routed; the cloud checks every call anyway. */
const LOOKS_AFTER: readonly Role[] = ['admin', 'operator', 'supervisor']

const open = () => void Taro.navigateTo({ url: '/workbench/routing/index' })

/** The way to how well routing does. */
export function RoutingDoor({ role }: { role: Role }) {
  return LOOKS_AFTER.includes(role) ? (
    <ListItem icon="bulb" title="派单建议" note="准不准、自动派单" onClick={open} />
  ) : null
}
