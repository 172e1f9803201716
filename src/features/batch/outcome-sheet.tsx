import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { ListItem } from '@/components/list-item'
import { Sheet } from '@/components/sheet'
import { outcomeTitle, type Outcome } from './outcome'

interface Props {
  outcomes: readonly Outcome[]
  onClose(): void
}

/** What was dispatched and what was not, with the why and the way to each that was not. */
export function OutcomeSheet({ outcomes, onClose }: Props) {
  const inOrder = [...outcomes].sort((a, b) => Number(a.why === undefined) - Number(b.why === undefined))
  return (
    <Sheet title={outcomeTitle(outcomes)} onClose={onClose} bar={<Button onClick={onClose}>知道了</Button>}>
      {inOrder.map(({ id, number, title, why }) => (
        <ListItem
          key={id}
          icon={why === undefined ? 'done' : 'warning'}
          title={title}
          note={`${number} · ${why ?? '已派出'}`}
          onClick={why === undefined ? undefined : () => openTicket(id)}
        />
      ))}
    </Sheet>
  )
}

export const openTicket = (id: string) => void Taro.navigateTo({ url: `/workbench/ticket/index?id=${id}` })
