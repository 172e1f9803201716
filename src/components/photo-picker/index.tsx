import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import { a11y, imageA11y } from '../a11y'
import { Field } from '../field'
import { Icon } from '../icon'
import s from './index.module.scss'

export interface PickedPhoto {
  key: string
  /** Shown while it is here: a local path or a link; absent when neither lives any more. */
  src?: string
  state: 'sending' | 'done' | 'failed'
  /** 0–100 while sending. */
  percent: number
  /** Why it failed, in words. */
  error?: string
}

interface Props {
  label?: string
  photos: readonly PickedPhoto[]
  max?: number
  optional?: boolean
  hint?: string
  onAdd(): void
  onRemove(key: string): void
  onRetry(key: string): void
}

/** Photos of a form: add, watch them go, try again, take away. */
export function PhotoPicker(props: Props) {
  const { label = '照片', photos, max = 9, optional = true, hint, onAdd, onRemove, onRetry } = props
  const failed = photos.find((photo) => photo.error !== undefined)
  return (
    <Field
      label={label}
      optional={optional}
      error={failed?.error}
      hint={hint ?? `最多 ${max} 张。照片里的拍摄位置等信息会自动去掉`}
    >
      <View className={s.grid}>
        {photos.map((photo, index) => (
          <Tile
            key={photo.key}
            photo={photo}
            name={`${label} ${index + 1}`}
            onRemove={() => onRemove(photo.key)}
            onRetry={() => onRetry(photo.key)}
          />
        ))}
        {photos.length < max && (
          <View
            className={`${s.tile} ${s.add}`}
            onClick={onAdd}
            {...a11y({ role: 'button', label: `添加${label}` }, onAdd)}
          >
            <Icon name="camera" size="large" />
            添加
          </View>
        )}
      </View>
    </Field>
  )
}

interface TileProps {
  photo: PickedPhoto
  name: string
  onRemove(): void
  onRetry(): void
}

function Tile({ photo, name, onRemove, onRetry }: TileProps) {
  // A link lives shortly, a local path as long as the app: the photo itself is safe in the cloud.
  const [gone, setGone] = useState<string>()
  return (
    <View className={s.tile}>
      {photo.src && photo.src !== gone ? (
        <Image
          className={s.image}
          src={photo.src}
          mode="aspectFill"
          {...imageA11y(name)}
          onError={() => setGone(photo.src)}
        />
      ) : (
        <>
          <Icon name="photo" size="large" />
          {photo.state === 'done' && '已上传'}
        </>
      )}
      {photo.state === 'sending' && <View className={s.cover}>{photo.percent}%</View>}
      {photo.state === 'failed' && (
        <View
          className={s.cover}
          onClick={onRetry}
          {...a11y({ role: 'button', label: `再传一次${name}` }, onRetry)}
        >
          <Icon name="refresh" />
          再传一次
        </View>
      )}
      <View
        className={s.remove}
        onClick={onRemove}
        {...a11y({ role: 'button', label: `去掉${name}` }, onRemove)}
      >
        <View className={s.cross}>
          <Icon name="close" size="small" />
        </View>
      </View>
    </View>
  )
}
