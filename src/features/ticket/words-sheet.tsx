import { useRef, useState } from 'react'
import { View } from '@tarojs/components'
import { Button } from '@/components/button'
import { NoticeBar } from '@/components/notice-bar'
import { PhotoPicker } from '@/components/photo-picker'
import { Sheet } from '@/components/sheet'
import { TextArea } from '@/components/text-area'
import { usePhotos } from '@/features/photos'

interface Props {
  title: string
  /** What will happen, before it happens. */
  consequence?: string
  label: string
  placeholder?: string
  /** What was typed before the sheet was closed. */
  initial: string
  min: number
  max: number
  withPhotos?: boolean
  confirm: string
  danger?: boolean
  busy: boolean
  error?: string
  onType(words: string): void
  onSend(words: string, photos: string[]): void
  onClose(): void
}

/** Words, perhaps photos, and one button: how a reporter adds to a ticket. */
export function WordsSheet(props: Props) {
  const { initial, min, max, busy } = props
  const words = useRef(initial)
  const [short, setShort] = useState(false)
  const photos = usePhotos()

  const send = () => {
    const said = words.current.trim()
    setShort(said.length < min)
    if (said.length >= min) props.onSend(said, photos.photos)
  }
  return (
    <Sheet
      title={props.title}
      onClose={props.onClose}
      bar={
        <Button kind={props.danger ? 'danger' : 'main'} busy={busy} disabled={photos.sending} onClick={send}>
          {photos.sending ? '照片上传中，请稍等' : props.confirm}
        </Button>
      }
    >
      {props.consequence && <View>{props.consequence}</View>}
      <TextArea
        label={props.label}
        initial={initial}
        placeholder={props.placeholder}
        min={min}
        max={max}
        short
        error={short ? `请至少写 ${min} 个字` : undefined}
        onInput={(value) => {
          words.current = value
          props.onType(value)
        }}
      />
      {props.withPhotos && <PhotoPicker {...photos.picker} />}
      {props.error && (
        <NoticeBar tone="danger" icon="warning">
          {props.error}
        </NoticeBar>
      )}
    </Sheet>
  )
}
