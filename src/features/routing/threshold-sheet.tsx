import { useState } from 'react'
import Taro from '@tarojs/taro'
import type { RoutingCategory, RoutingView } from '@core/contracts/routing/overview'
import { useCommand } from '@/cloud'
import { Button } from '@/components/button'
import { Choice } from '@/components/choice'
import { NoticeBar } from '@/components/notice-bar'
import { Sheet } from '@/components/sheet'
import { effectWords, thresholdWords } from './words'

const NEVER = 'never'

interface Props {
  category: RoutingCategory
  onSet(view: RoutingView): void
  onClose(): void
}

/** R-D4: what each threshold would have done lately, and switching one on. */
export function ThresholdSheet({ category, onSet, onClose }: Props) {
  const { categoryId, name, effect, threshold } = category
  const [chosen, setChosen] = useState(threshold === undefined ? NEVER : String(threshold))
  const { send, busy, failure } = useCommand('routing.setThreshold')
  // One that was set by hand is offered too.
  const steps = [...new Set([...effect.map((one) => one.threshold), ...(threshold ? [threshold] : [])])]
  const options = [
    { value: NEVER, label: thresholdWords(undefined) },
    ...(steps.length > 0 ? steps : [DEFAULT]).sort().map((step) => ({
      value: String(step),
      label: thresholdWords(step),
      note: effectWords(category, step),
    })),
  ]
  const set = async () => {
    const answer = await send({ categoryId, ...(chosen === NEVER ? {} : { threshold: Number(chosen) }) })
    if (!answer) return
    void Taro.showToast({ title: '已设定', icon: 'success' })
    onSet(answer)
  }
  return (
    <Sheet
      title={`“${name}”怎么派`}
      onClose={onClose}
      bar={
        <Button busy={busy} onClick={() => void set()}>
          就这样定
        </Button>
      }
    >
      <Choice label="怎么派" options={options} value={chosen} onChange={setChosen} />
      {failure && <NoticeBar tone="danger">{failure.message}</NoticeBar>}
    </Sheet>
  )
}

/** Offered where no ticket says which would be right. */
const DEFAULT = 0.95
