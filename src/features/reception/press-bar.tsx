import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import type { DayView } from '@core/contracts/reception/views'
import { Button } from '@/components/button'
import { dateWords, spanWords } from '@/features/time'
import { pressTable, pressText, type PressLine } from './press'
import s from './press-bar.module.scss'
import { saveFile } from './save-file'

/** R-A2: the schedule for the paper, the radio and the notice board. */
export function PressBar({ days }: { days: readonly DayView[] }) {
  const copy = () => void Taro.setClipboardData({ data: pressText(days.map(lineOf)) })
  return (
    <View className={s.bar}>
      <Button kind="plain" small icon="text" onClick={copy}>
        复制文字稿
      </Button>
      {saveFile && (
        <Button
          kind="plain"
          small
          icon="list"
          onClick={() => saveFile!('领导接待日.csv', pressTable(days.map(lineOf)))}
        >
          下载表格
        </Button>
      )}
    </View>
  )
}

const lineOf = ({ slots, ...day }: DayView): PressLine => ({
  ...day,
  day: dateWords(day.date),
  time: spanWords(slots[0]!.from, slots[slots.length - 1]!.to),
})
