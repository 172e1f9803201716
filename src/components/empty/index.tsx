import { View } from '@tarojs/components'
import { Button } from '../button'
import { Icon, type IconName } from '../icon'
import s from './index.module.scss'

interface Props {
  icon?: IconName
  /** What is not there (yet). */
  title: string
  /** What will appear here. */
  words?: string
  /** The next step. */
  action?: { label: string; onClick(): void }
}

/** Nothing here yet: says what will be, and offers the next step. */
export function Empty({ icon = 'inbox', title, words, action }: Props) {
  return (
    <View className={s.empty} data-state="empty">
      <View className={s.icon}>
        <Icon name={icon} size="large" />
      </View>
      <View className={s.title}>{title}</View>
      {words && <View className={s.words}>{words}</View>}
      {action && (
        <View className={s.action}>
          <Button kind="plain" onClick={action.onClick}>
            {action.label}
          </Button>
        </View>
      )}
    </View>
  )
}
