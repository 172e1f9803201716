import { useEffect, useRef, useState } from 'react'
import Taro from '@tarojs/taro'
import type { ActionOutput } from '@core/contracts'
import { useQuery, type Query } from '@/cloud'
import { showInAddress } from './address'
import { SEND } from './command-sheet'
import { focusOn, type Key } from './keyboard'
import { filterFrom, neighbour, paramsOf, type QueueFilter } from './queue'
import { FILTER } from './status-filter'
import { SEARCH } from './search-line'
import type { Params } from './staff-only'
import { useDesk, type Desk } from './use-desk'
import { useKeys } from './use-keys'
import { useQueue, type Queue } from './use-queue'

const HOME = '/workbench/home/index'
const TICKET = '/workbench/ticket/index'

export interface Workbench {
  filter: QueueFilter
  setFilter(filter: QueueFilter): void
  queue: Queue
  /** What was searched for, if anything, and what was found. Not in the address: it may be somebody's number. */
  search?: string
  found: Query<ActionOutput<'ticket.search'>>
  setSearch(words: string | undefined): void
  /** Wide windows: the ticket beside the list. */
  desk: Desk
  /** The card's element, for the keyboard. */
  cardId(ticketId: string): string
  /** Beside the list where there is room, else on its own page. */
  openTicket(id: string): void
}

/** The list, the ticket beside it, the address that names both, and the keys that move between them. */
export function useWorkbench(wide: boolean, params: Params): Workbench {
  const [filter, setFilter] = useState(() => filterFrom(params))
  const [selected, setSelected] = useState(params.id)
  const [search, setSearch] = useState<string>()
  const shown = wide ? selected : undefined
  const queue = useQueue(filter)
  const found = useQuery('ticket.search', search === undefined ? undefined : { words: search })
  const desk = useDesk(shown, queue.reload)

  useEffect(() => showInAddress(HOME, paramsOf(filter, shown)), [filter, shown])

  const pointed = useRef(selected)
  const ids = (search === undefined ? queue.page : found.data)?.items.map(({ id }) => id) ?? []
  const onKey = (key: Key) => {
    switch (key) {
      case 'next':
      case 'previous': {
        pointed.current = neighbour(ids, pointed.current, key === 'next' ? 1 : -1)
        if (pointed.current) focusOn(cardId(pointed.current))
        return
      }
      case 'dispatch':
        if (desk.ticket?.commands.includes('ticket.dispatch')) desk.open('ticket.dispatch')
        return
      case 'filter':
        return focusOn(FILTER)
      case 'search':
        return focusOn(SEARCH)
      case 'close':
        return setSelected(undefined)
    }
  }
  useKeys(wide, onKey)
  // The form comes filled in with the proposal: Enter sends it.
  const form = desk.form?.command
  useEffect(() => {
    if (form === 'ticket.dispatch') focusOn(SEND)
  }, [form])

  return {
    filter,
    setFilter,
    queue,
    search,
    found,
    setSearch,
    desk,
    cardId,
    openTicket(id) {
      pointed.current = id
      setSelected(id)
      if (!wide) void Taro.navigateTo({ url: `${TICKET}?id=${id}` })
    },
  }
}

const cardId = (ticketId: string) => `card-${ticketId}`
