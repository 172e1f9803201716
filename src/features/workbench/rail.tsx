import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { ROLES } from '@core/people/words'
import { ListItem } from '@/components/list-item'
import { ReceptionDoor } from '@/features/reception-desk'
import { Doors } from './doors'
import { IntakeDoor } from './intake-door'
import { KEYS_HELP } from './keyboard'
import type { Me } from './staff-only'
import { StatusRail } from './status-filter'
import type { Workbench } from './use-workbench'
import s from './workbench.module.scss'

const goHome = () => void Taro.switchTab({ url: '/pages/home/index' })

/** The left edge of a desktop window: who I am, which status, the way out. */
export function Rail({ me, workbench }: { me: Me; workbench: Workbench }) {
  const { filter, setFilter } = workbench
  return (
    <View className={s.rail}>
      <Person me={me} />
      <IntakeDoor me={me} />
      <ReceptionDoor me={me} />
      <Doors me={me} />
      <StatusRail status={filter.status} onChange={(status) => setFilter({ ...filter, status })} />
      <ListItem icon="people" title="群众端首页" onClick={goHome} />
      {KEYS_HELP && <View className={s.note}>{KEYS_HELP}</View>}
    </View>
  )
}

/** Name, post and unit of whoever works here. */
export function Person({ me }: { me: Me }) {
  const { name, title, unitName, role } = me
  return (
    <View className={s.person}>
      <View className={s.name}>{name ?? ROLES[role]}</View>
      <View className={s.note}>{[unitName, title ?? ROLES[role]].filter(Boolean).join(' · ')}</View>
    </View>
  )
}
