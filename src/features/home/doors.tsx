import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { a11y } from '@/components/a11y'
import { Icon, type IconName } from '@/components/icon'
import s from './doors.module.scss'

interface Door {
  title: string
  note: string
  icon: IconName
  open(): void
}

const DOORS: readonly Door[] = [
  {
    title: '我要反映',
    note: '说出事情，马上有编号',
    icon: 'pencil',
    open: () => void Taro.navigateTo({ url: '/pages/report/index' }),
  },
  {
    title: '预约县领导',
    note: '也能约调解、法律援助',
    icon: 'calendar',
    open: () => void Taro.navigateTo({ url: '/pages/reception/index' }),
  },
  {
    title: '我的事项',
    note: '看进展，作评价',
    icon: 'list',
    open: () => void Taro.switchTab({ url: '/pages/tickets/index' }),
  },
]

/** The three things people come for. */
export function Doors() {
  return (
    <View className={s.doors}>
      {DOORS.map(({ title, note, icon, open }, index) => (
        <View
          key={title}
          className={`${s.door} ${index === 0 ? s.first : ''}`}
          hoverClass={s.pressed}
          onClick={open}
          {...a11y({ role: 'link', label: title }, open)}
        >
          <Icon name={icon} size="large" />
          <View className={s.words}>
            {title}
            <View className={s.note}>{note}</View>
          </View>
        </View>
      ))}
    </View>
  )
}
