import { useState } from 'react'
import { View } from '@tarojs/components'
import type { RoutingCategory, RoutingView } from '@core/contracts/routing/overview'
import { Button } from '@/components/button'
import { Card } from '@/components/card'
import { useDrawn } from '@/components/drawn'
import { Island } from '@/components/island'
import { ListItem } from '@/components/list-item'
import { NoticeBar } from '@/components/notice-bar'
import { ThresholdSheet } from './threshold-sheet'
import { thresholdWords } from './words'
import s from './routing.module.scss'

/** Categories shown at first: the ones with the most tickets, and those already going out alone. */
const FIRST = 15

interface Props {
  view: RoutingView
  onSet(view: RoutingView): void
}

/** R-D4: for each category whether its matters go out without an operator, and from which confidence on. */
export function AutoDispatch({ view: { categories, maySet }, onSet }: Props) {
  const [open, setOpen] = useState<RoutingCategory>()
  const [all, setAll] = useState(false)
  const shown = all
    ? categories
    : categories.filter(({ threshold }, index) => index < FIRST || threshold !== undefined)
  const drawn = useDrawn(shown.length, 10)
  return (
    <>
      <NoticeBar icon="info">
        紧急以外，重大、保密、举报、牵涉单位和可能重复的，以及没有写地点而要由乡镇办的，都由人看过再派。
        {!maySet && '设定由管理员做。'}
      </NoticeBar>
      <Card>
        {shown.slice(0, drawn).map((category) => (
          <ListItem
            key={category.categoryId}
            title={category.name}
            note={`${thresholdWords(category.threshold)} · 最近 ${category.count} 件`}
            {...(maySet ? { onClick: () => setOpen(category) } : {})}
          />
        ))}
      </Card>
      {shown.length < categories.length && (
        <View className={s.more}>
          <Button kind="quiet" onClick={() => setAll(true)}>
            {`看其余 ${categories.length - shown.length} 类`}
          </Button>
        </View>
      )}
      <Island>
        {open && (
          <ThresholdSheet
            category={open}
            onSet={(view) => {
              setOpen(undefined)
              onSet(view)
            }}
            onClose={() => setOpen(undefined)}
          />
        )}
      </Island>
    </>
  )
}
