import { Text, View } from '@tarojs/components'
import Taro, { getCurrentPages } from '@tarojs/taro'
import { a11y } from '../a11y'
import { Icon } from '../icon'
import { useShell } from './shell'
import s from './top-bar.module.scss'

const HOME = '/pages/home/index'

function goBack() {
  if (getCurrentPages().length > 1) void Taro.navigateBack()
  else void Taro.switchTab({ url: HOME })
}

/** H5 has no title bar of its own: back, title, and in the demo who one is (and how to become somebody else). */
export function TopBar({ title, root }: { title: string; root?: boolean }) {
  const { demoPerson } = useShell()
  return (
    <View className={s.top}>
      <View className={s.row}>
        {root ? (
          <View className={s.edge} />
        ) : (
          <View className={s.edge} onClick={goBack} {...a11y({ role: 'button', label: '返回' }, goBack)}>
            <Icon name="back" />
          </View>
        )}
        <Text className={s.title} {...a11y({ role: 'heading', level: 1 })}>
          {title}
        </Text>
        <View className={s.edge} />
      </View>
      {demoPerson && (
        <View className={s.demo}>
          <Text>演示环境 · {demoPerson.name}</Text>
          <View
            className={s.switch}
            onClick={demoPerson.switchPerson}
            {...a11y({ role: 'link', label: '换一个演示人物' }, demoPerson.switchPerson)}
          >
            <Icon name="swap" size="small" /> 换人
          </View>
        </View>
      )}
    </View>
  )
}
