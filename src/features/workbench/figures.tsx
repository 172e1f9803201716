import { View } from '@tarojs/components'
import { a11y } from '@/components/a11y'
import { QUEUE_VIEWS, type QueueView } from './queue'
import s from './figures.module.scss'

interface Props {
  view: QueueView
  totals: Partial<Record<QueueView, number>>
  onChange(view: QueueView): void
}

/** How many wait, how many are late, how many in all; each opens its list. */
export function Figures({ view, totals, onChange }: Props) {
  return (
    <View className={s.figures} {...a11y({ role: 'tablist', label: '列表' })}>
      {(Object.keys(QUEUE_VIEWS) as QueueView[]).map((name) => {
        const press = () => onChange(name)
        const total = totals[name]
        const alarming = name === 'late' && total !== undefined && total > 0
        return (
          <View
            key={name}
            className={`${s.figure} ${name === view ? s.selected : ''}`}
            onClick={press}
            {...a11y(
              { role: 'tab', selected: name === view, label: `${QUEUE_VIEWS[name]} ${total ?? ''}` },
              press,
            )}
          >
            <View className={`${s.number} ${alarming ? s.alarming : ''}`}>{total ?? '–'}</View>
            <View>{QUEUE_VIEWS[name]}</View>
          </View>
        )
      })}
    </View>
  )
}
