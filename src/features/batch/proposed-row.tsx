import { View } from '@tarojs/components'
import { HANDLING_CLASSES } from '@core/ticket/words'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { CheckRow } from '@/components/check-row'
import type { LookUp } from '@/features/directory'
import { momentWords } from '@/features/time'
import type { Proposed } from './marking'
import { openTicket } from './outcome-sheet'
import s from './batch.module.scss'

interface Props {
  item: Proposed
  names: LookUp
  on: boolean
  /** The unit chosen for all. */
  unitId?: string
  onPress(id: string): void
}

/** Below this a person should look twice; the same as beside a single ticket. */
const UNSURE_BELOW = 0.7

/** Where the keyboard finds a ticket of the list. */
export const rowId = (ticketId: string) => `row-${ticketId}`

/** One ticket: what would be sent where, with a box to mark it; or why it is handled by itself. */
export function ProposedRow({ item, names, on, unitId, onPress }: Props) {
  const { card, proposed, alone } = item
  const where = <View className={s.note}>{[card.place, card.number].filter(Boolean).join(' · ')}</View>
  if (alone !== undefined || !proposed) {
    return (
      <Card onClick={() => openTicket(card.id)}>
        <View className={s.title}>{card.title}</View>
        {where}
        <View className={s.unsure}>{`单独处理：${alone ?? '没有派单建议'}`}</View>
      </Card>
    )
  }
  const helpers = proposed.coUnitIds.filter((id) => id !== unitId).map(names.unitName)
  return (
    <Card>
      <View className={s.line}>
        <CheckRow
          label={card.title}
          on={on}
          id={process.env.TARO_ENV === 'h5' ? rowId(card.id) : undefined}
          onPress={() => onPress(card.id)}
        >
          <View className={s.title}>{card.title}</View>
          <View>
            {`${names.categoryName(proposed.categoryId)} → ${names.unitName(unitId ?? proposed.leadUnitId)}${
              helpers.length > 0 ? `，协办：${helpers.join('、')}` : ''
            }`}
          </View>
          <View className={s.note}>
            {`${HANDLING_CLASSES[proposed.handlingClass]}，${momentWords(proposed.deadline, Date.now())} 前`}
          </View>
          {where}
          {proposed.confidence < UNSURE_BELOW && (
            <View className={s.unsure}>{`把握 ${Math.round(proposed.confidence * 100)}%，请核对`}</View>
          )}
        </CheckRow>
        <Button small kind="quiet" label={`看 ${card.title}`} onClick={() => openTicket(card.id)}>
          详情
        </Button>
      </View>
    </Card>
  )
}
