import { View } from '@tarojs/components'
import s from './when-text.module.scss'
import { dateWords, spanWords } from './words'

interface Props {
  /** `YYYY-MM-DD` of the county. */
  date: string
  from: number
  to: number
}

/** A day and its hours: a narrow line breaks between the two, never inside the hours. */
export function WhenText({ date, from, to }: Props) {
  return (
    <View className={s.when}>
      <View>{dateWords(date)}</View>
      <View>{spanWords(from, to)}</View>
    </View>
  )
}
