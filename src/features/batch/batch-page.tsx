import { useState } from 'react'
import { View } from '@tarojs/components'
import Taro from '@tarojs/taro'
import { Button } from '@/components/button'
import { useDrawn } from '@/components/drawn'
import { Empty } from '@/components/empty'
import { ErrorState } from '@/components/error-state'
import { Island } from '@/components/island'
import { NoticeBar } from '@/components/notice-bar'
import { OptionSheet } from '@/components/option-sheet'
import { Page } from '@/components/page'
import { Skeleton } from '@/components/skeleton'
import { lookUp, useDirectory, type Directory } from '@/features/directory'
import { focusOn, neighbour, useKeys, useWide } from '@/features/workbench'
import { OutcomeSheet } from './outcome-sheet'
import { ProposedRow, rowId } from './proposed-row'
import { KEYS_HELP } from './shift'
import { useBatch, type Batch } from './use-batch'
import s from './batch.module.scss'

/** Where the keyboard finds the button that sends. */
const SEND = 'batch-send'
/** Rows that a phone draws at once. */
const AT_ONCE = 3

/** What waits for the first look, to be sent out several at once as proposed; what needs eyes is shown with the reason. */
export function BatchPage({ me }: { me: { unitId?: string } }) {
  const batch = useBatch()
  const { directory, failure: noLists, reload: reloadLists } = useDirectory()
  const { data, failure, reload } = batch.list
  const known = data && directory
  return (
    <Page
      title="批量派单"
      bar={known && data.items.length > 0 && <SendBar batch={batch} directory={directory} me={me} />}
    >
      {known ? (
        <Listed batch={batch} directory={directory} />
      ) : (failure ?? noLists) ? (
        <ErrorState
          message={(failure ?? noLists)!.message}
          onRetry={() => {
            reloadLists()
            void reload()
          }}
        />
      ) : (
        <Skeleton cards={5} />
      )}
      <Island>{batch.outcomes && <OutcomeSheet outcomes={batch.outcomes} onClose={batch.forget} />}</Island>
    </Page>
  )
}

function Listed({ batch, directory }: { batch: Batch; directory: Directory }) {
  const { items, total } = batch.list.data!
  const { open, marks, press } = batch
  const names = lookUp(directory)
  const drawn = useDrawn(items.length, AT_ONCE)
  const wide = useWide()
  usePointing(
    wide,
    open.map(({ card }) => card.id),
  )
  if (items.length === 0) {
    return <Empty icon="done" title="没有待受理的事项" words="有新的事项会出现在这里。" />
  }
  return (
    <View data-state="filled">
      <View className={s.head}>
        <View>
          {`共 ${total} 件待受理${total > items.length ? `，先列最急的 ${items.length} 件` : ''}；${open.length} 件可以一起派`}
        </View>
        {open.length > 1 && (
          // Words that stay, whatever is marked: marking one sends nothing but its mark.
          <Button small kind="quiet" onClick={batch.pressAll}>
            全选 / 不选
          </Button>
        )}
      </View>
      {wide && KEYS_HELP && <View className={s.keys}>{KEYS_HELP}</View>}
      {items.slice(0, drawn).map((item) => (
        <ProposedRow
          key={item.card.id}
          item={item}
          names={names}
          on={marks.has(item.card.id)}
          unitId={batch.unitId}
          onPress={press}
        />
      ))}
    </View>
  )
}

/** On a desktop: j and k go along what can be marked (space marks, with Shift all up to here), d goes to the button. */
function usePointing(wide: boolean, ids: readonly string[]) {
  const [pointed, setPointed] = useState<string>()
  useKeys(wide, (key) => {
    if (key === 'dispatch') return focusOn(SEND)
    if (key !== 'next' && key !== 'previous') return
    const id = neighbour(ids, pointed, key === 'next' ? 1 : -1)
    setPointed(id)
    if (id) focusOn(rowId(id))
  })
}

interface SendBarProps {
  batch: Batch
  directory: Directory
  me: { unitId?: string }
}

function SendBar({ batch, directory, me }: SendBarProps) {
  const [choosing, setChoosing] = useState(false)
  const { marks, answered, unitId, chooseUnit } = batch
  const { units, unitsWithin, unitName } = lookUp(directory)
  // A township's centre gives to its own units only.
  const isTownship = directory.units.some(({ id, level }) => id === me.unitId && level === 'township')
  const send = () => {
    if (marks.size > 0) void batch.send()
    else void Taro.showToast({ title: '请先选要派的事项', icon: 'none' })
  }
  return (
    <>
      {unitId !== undefined && (
        <NoticeBar icon="building" tone="act">{`所选的都派给${unitName(unitId)}`}</NoticeBar>
      )}
      <View className={s.bar}>
        <View className={s.other}>
          <Button
            kind="plain"
            onClick={() => (unitId === undefined ? setChoosing(true) : chooseUnit(undefined))}
          >
            {unitId === undefined ? '改单位' : '按建议'}
          </Button>
        </View>
        <View id={SEND} className={s.main}>
          <Button busy={answered !== undefined} onClick={send}>
            {answered === undefined
              ? marks.size === 0
                ? '先勾选要派的'
                : `派出 ${marks.size} 件`
              : `正在派 ${answered + 1} / ${marks.size}`}
          </Button>
        </View>
      </View>
      <Island>
        {choosing && (
          <OptionSheet
            title="所选的都派给"
            options={isTownship ? unitsWithin(me.unitId!) : units}
            value={[]}
            search="写几个字来找，例如「水」"
            onChange={([chosen]) => chooseUnit(chosen)}
            onClose={() => setChoosing(false)}
          />
        )}
      </Island>
    </>
  )
}
