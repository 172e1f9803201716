import { View } from '@tarojs/components'
import { Button } from '../button'
import { NoticeBar } from '../notice-bar'
import { Sheet } from '../sheet'

interface Props {
  title: string
  /** The consequence, in words. */
  words: string
  confirm: string
  busy?: boolean
  /** Why it did not work. */
  error?: string
  onConfirm(): void
  onClose(): void
}

/** Asks once before what cannot be taken back. */
export function ConfirmSheet({ title, words, confirm, busy, error, onConfirm, onClose }: Props) {
  return (
    <Sheet
      title={title}
      onClose={onClose}
      bar={
        <>
          <Button kind="danger" busy={busy} onClick={onConfirm}>
            {confirm}
          </Button>
          <Button kind="quiet" onClick={onClose}>
            先不了
          </Button>
        </>
      }
    >
      <View>{words}</View>
      {error && <NoticeBar tone="danger">{error}</NoticeBar>}
    </Sheet>
  )
}
