import { View } from '@tarojs/components'
import { QUEUE_VIEWS, STATUSES } from '@core/ticket/words'
import { Empty } from '@/components/empty'
import { Page } from '@/components/page'
import { DeskBar, DeskBody, DeskForm, hasActions } from './desk'
import { DoorsSheet } from './doors'
import { Figures } from './figures'
import { FoundList } from './found-list'
import { ReceptionDoor } from '@/features/reception-desk'
import { exactWords } from '@/features/time'
import { IntakeDoor } from './intake-door'
import { QueueList } from './queue-list'
import { Person, Rail } from './rail'
import { SearchLine } from './search-line'
import type { Me, Params } from './staff-only'
import { StatusFilter } from './status-filter'
import { useWide } from './use-wide'
import { useWorkbench, type Workbench as State } from './use-workbench'
import s from './workbench.module.scss'

/** What waits for me: a list on a phone; rail, list and ticket side by side on a desktop. */
export function Workbench({ me, params }: { me: Me; params: Params }) {
  const wide = useWide()
  const workbench = useWorkbench(wide, params)
  return (
    <Page title="工作台" wide>
      {wide ? <Desktop me={me} workbench={workbench} /> : <Phone me={me} workbench={workbench} />}
    </Page>
  )
}

function Phone({ me, workbench }: { me: Me; workbench: State }) {
  const { filter, setFilter, queue, setSearch } = workbench
  return (
    <>
      <Person me={me} />
      <IntakeDoor me={me} />
      <ReceptionDoor me={me} />
      <DoorsSheet me={me} />
      <SearchLine onSearch={setSearch} />
      <Figures
        view={filter.view}
        figures={queue.figures}
        onChange={(view) => setFilter({ ...filter, view })}
      />
      <StatusFilter status={filter.status} onChange={(status) => setFilter({ ...filter, status })} />
      <Listed me={me} workbench={workbench} />
    </>
  )
}

function Desktop({ me, workbench }: { me: Me; workbench: State }) {
  const { filter, setFilter, queue, desk, setSearch } = workbench
  return (
    <View className={s.columns}>
      <Rail me={me} workbench={workbench} />
      <View className={s.list}>
        <View className={s.tools}>
          <SearchLine onSearch={setSearch} />
          <Figures
            view={filter.view}
            figures={queue.figures}
            onChange={(view) => setFilter({ ...filter, view })}
          />
        </View>
        <ListHead me={me} workbench={workbench} />
        <Listed me={me} workbench={workbench} />
      </View>
      <View className={`${s.pane} ${desk.id ? '' : s.idle}`}>
        <View key={desk.id} className={s.ticket}>
          {desk.id ? (
            <DeskBody desk={desk} />
          ) : (
            <Empty icon="list" title="从左边选一件来办" words="这里会显示它的内容、办理过程和可以办的事。" />
          )}
        </View>
        {hasActions(desk) && (
          <View className={s.bar}>
            <DeskBar desk={desk} />
          </View>
        )}
        <DeskForm desk={desk} />
      </View>
    </View>
  )
}

/** What a printed list is a list of, whose, and when. */
function ListHead({ me, workbench: { filter, search } }: { me: Me; workbench: State }) {
  const { view, status } = filter
  const of = search === undefined ? [QUEUE_VIEWS[view], status && STATUSES[status]] : [`查找「${search}」`]
  return (
    <View className={s.listHead}>
      <View className={s.name}>{of.filter(Boolean).join(' · ')}</View>
      <View className={s.note}>
        {[me.unitName, me.name, exactWords(Date.now())].filter(Boolean).join(' · ')}
      </View>
    </View>
  )
}

/** What was searched for, else the list: in a box of its own, so that another page of it sends nothing but itself. */
function Listed({ me, workbench }: { me: Me; workbench: State }) {
  const { search, filter } = workbench
  const screens = me.role === 'operator' && filter.view === 'todo'
  return (
    <View>
      {search === undefined ? (
        <QueueList workbench={workbench} screens={screens} />
      ) : (
        <FoundList workbench={workbench} />
      )}
    </View>
  )
}
