import { useState } from 'react'
import { Image, View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { a11y, imageA11y } from '../a11y'
import { Icon } from '../icon'
import s from './index.module.scss'

interface Props {
  /** What the photos show, for a screen reader: 「现场照片」. */
  label: string
  urls: readonly string[]
}

/** Photos to look at; a tap shows one large. Links live shortly, so one that is gone says so. */
export function PhotoGrid({ label, urls }: Props) {
  const [gone, setGone] = useState<readonly string[]>([])
  if (urls.length === 0) return null
  return (
    <View className={s.grid}>
      {urls.map((url, index) => {
        const show = () => void Taro.previewImage({ current: url, urls: [...urls] })
        const name = `${label} ${index + 1}`
        if (gone.includes(url)) {
          return (
            <View key={url} className={`${s.tile} ${s.gone}`}>
              <Icon name="photo" />
              刷新后可看
            </View>
          )
        }
        return (
          <View
            key={url}
            className={s.tile}
            onClick={show}
            {...a11y({ role: 'button', label: `放大看${name}` }, show)}
          >
            <Image
              className={s.image}
              src={url}
              mode="aspectFill"
              lazyLoad
              {...imageA11y(name)}
              onError={() => setGone((before) => [...before, url])}
            />
          </View>
        )
      })}
    </View>
  )
}
