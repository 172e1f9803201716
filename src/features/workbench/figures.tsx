import { View } from '@tarojs/components'
import { QUEUE_VIEWS, type QueueView } from '@core/ticket/words'
import { a11y } from '@/components/a11y'
import s from './figures.module.scss'

interface Props {
  view: QueueView
  figures: readonly { view: QueueView; total: number }[]
  onChange(view: QueueView): void
}

/** What is red when there is any. */
const ALARMING: readonly QueueView[] = ['late']
/** More than fit beside each other on a phone stand in two rows. */
const IN_A_ROW = 4

/** How many wait, come due, are late, came back …; each opens its list. */
export function Figures({ view, figures, onChange }: Props) {
  const many = figures.length > IN_A_ROW
  return (
    <View className={`${s.figures} ${many ? s.many : ''}`} {...a11y({ role: 'tablist', label: '列表' })}>
      {figures.map(({ view: name, total }) => {
        const press = () => onChange(name)
        const alarming = ALARMING.includes(name) && total > 0
        return (
          <View
            key={name}
            className={`${s.figure} ${name === view ? s.selected : ''}`}
            onClick={press}
            {...a11y({ role: 'tab', selected: name === view, label: `${QUEUE_VIEWS[name]} ${total}` }, press)}
          >
            <View className={`${s.number} ${alarming ? s.alarming : ''}`}>{total}</View>
            <View>{QUEUE_VIEWS[name]}</View>
          </View>
        )
      })}
    </View>
  )
}
