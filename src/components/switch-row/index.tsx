import { View } from '@tarojs/components'
import { a11y } from '../a11y'
import s from './index.module.scss'

interface Props {
  title: string
  note?: string
  on: boolean
  onChange(on: boolean): void
}

/** Yes or no, with what it means; the whole line is the target. */
export function SwitchRow({ title, note, on, onChange }: Props) {
  const press = () => onChange(!on)
  return (
    <View className={s.row} onClick={press} {...a11y({ role: 'switch', checked: on, label: title }, press)}>
      <View className={s.words}>
        {title}
        {note && <View className={s.note}>{note}</View>}
      </View>
      <View className={`${s.track} ${on ? s.on : ''}`}>
        <View className={s.knob} />
      </View>
    </View>
  )
}
