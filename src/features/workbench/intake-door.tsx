import Taro from '@tarojs/taro'
import { ListItem } from '@/components/list-item'
import type { Me } from './staff-only'

const open = () => void Taro.navigateTo({ url: '/workbench/intake/index' })

/** The way to the form for calls and visits: operators enter them (R-T5). */
export function IntakeDoor({ me }: { me: Me }) {
  return me.role === 'operator' ? <ListItem icon="phone" title="登记来电来访" onClick={open} /> : null
}
