import { useRef } from 'react'
import type { ActionOutput } from '@core/contracts'
import { type Failure, useQuery } from '@/cloud'
import { QUEUE_VIEWS, type QueueFilter, type QueueView } from './queue'
import { type Paging, usePaging } from './use-paging'

export interface Queue {
  page?: ActionOutput<'ticket.queue'>
  failure?: Failure
  /** How many each list holds, as far as known. */
  totals: Partial<Record<QueueView, number>>
  paging: Paging
  /** Lists and figures anew, staying on this page. */
  reload(): void
}

/** One list of the workbench, page by page, and the figures of all three. */
export function useQueue(filter: QueueFilter): Queue {
  const { view, status } = filter
  const { cursor, paging } = usePaging(`${view} ${status ?? ''}`)
  const list = useQuery('ticket.queue', { view, ...(status && { status }), ...(cursor && { cursor }) })
  // The list itself tells its figure, unless it is narrowed to a status.
  const toldByList = status ? undefined : view
  const todo = useQuery('ticket.queue', toldByList === 'todo' ? undefined : { view: 'todo' })
  const late = useQuery('ticket.queue', toldByList === 'late' ? undefined : { view: 'late' })
  const all = useQuery('ticket.queue', toldByList === 'all' ? undefined : { view: 'all' })

  // A figure stays while it is asked again, so that the headings do not flicker.
  const known = useRef<Partial<Record<QueueView, number>>>({})
  const asked = { todo, late, all }
  for (const name of Object.keys(QUEUE_VIEWS) as QueueView[]) {
    const answer = name === toldByList ? list.data : asked[name].data
    if (answer) known.current[name] = answer.total
  }

  return {
    page: list.data,
    failure: list.failure,
    totals: known.current,
    paging: paging(list.data?.next),
    reload: () => {
      for (const query of [list, todo, late, all]) void query.reload()
    },
  }
}
