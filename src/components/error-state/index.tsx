import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import { Button } from '../button'
import { Icon } from '../icon'
import s from '../empty/index.module.scss'

interface Props {
  /** What happened, in words (`failure.message`). */
  message: string
  /** The way out; absent when trying again cannot help. */
  onRetry?(): void
  /** Another way out. */
  action?: { label: string; onClick(): void }
}

/** It did not work: what happened and what to do. */
export function ErrorState({ message, onRetry, action }: Props) {
  return (
    <View className={s.empty} data-state="error" {...a11y({ role: 'alert' })}>
      <View className={s.icon}>
        <Icon name="warning" size="large" />
      </View>
      <View className={s.title}>没有打开</View>
      <View className={s.words}>{message}</View>
      {onRetry && (
        <View className={s.action}>
          <Button kind="plain" icon="refresh" onClick={onRetry}>
            再试一次
          </Button>
        </View>
      )}
      {action && (
        <View className={s.action}>
          <Button kind="quiet" onClick={action.onClick}>
            {action.label}
          </Button>
        </View>
      )}
    </View>
  )
}
