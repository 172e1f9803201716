import { useState, type ReactNode } from 'react'
import { View } from '@tarojs/components'
import { Button } from '../button'
import { useDrawn } from '../drawn'
import s from './index.module.scss'

/** What a phone shows and scrolls well; also what a page of the cloud has. */
const PAGE = 20
/** Cards that one sending carries. */
const AT_ONCE = 3

interface Props<T> {
  items: readonly T[]
  /** What is counted: 位, 场. */
  unit: string
  /** The item to begin with: its twenty are shown first. */
  first?: number
  children(item: T): ReactNode
}

/** A list that may be long, twenty at a time; where there are no more than that, it is just the list. */
export function ByTwenty<T>({ items, unit, first = 0, children }: Props<T>) {
  const [chosen, setChosen] = useState<number>()
  const last = Math.max(0, Math.ceil(items.length / PAGE) - 1)
  const page = Math.min(last, chosen ?? Math.max(0, Math.floor(first / PAGE)))
  const shown = items.slice(page * PAGE, (page + 1) * PAGE)
  return (
    <>
      <Some key={page} items={shown}>
        {children}
      </Some>
      {last > 0 && (
        <View className={s.turn}>
          <Button kind="plain" small disabled={page === 0} onClick={() => setChosen(page - 1)}>
            {`前 ${PAGE} ${unit}`}
          </Button>
          <View>{`${page * PAGE + 1}–${page * PAGE + shown.length} / ${items.length}`}</View>
          <Button kind="plain" small disabled={page === last} onClick={() => setChosen(page + 1)}>
            {`后 ${PAGE} ${unit}`}
          </Button>
        </View>
      )}
    </>
  )
}

function Some<T>({ items, children }: Pick<Props<T>, 'items' | 'children'>) {
  const drawn = useDrawn(items.length, AT_ONCE)
  return <>{items.slice(0, drawn).map(children)}</>
}
