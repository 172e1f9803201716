import { useMemo } from 'react'
import { View } from '@tarojs/components'
import { imageA11y } from '../a11y'
import { qrImage } from './draw'
import s from './index.module.scss'

/** A QR code to show to somebody who scans it. `label` says to a screen reader what it is for. */
export function QrCode({ text, label }: { text: string; label: string }) {
  const image = useMemo(() => `url("${qrImage(text)}")`, [text])
  return <View className={s.code} style={{ backgroundImage: image }} {...imageA11y(label)} />
}
