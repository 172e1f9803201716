import { useEffect, useRef, useState } from 'react'
import type { ActionOutput } from '@core/contracts'
import { type Failure, useQuery } from '@/cloud'
import {
  backward,
  FIRST_PAGE,
  forward,
  QUEUE_VIEWS,
  type QueueFilter,
  type QueueView,
  type Trail,
} from './queue'

export interface Queue {
  page?: ActionOutput<'ticket.queue'>
  failure?: Failure
  /** How many each list holds, as far as known. */
  totals: Partial<Record<QueueView, number>>
  /** 1 = the first. */
  pageNumber: number
  forward?(): void
  backward?(): void
  /** Lists and figures anew, staying on this page. */
  reload(): void
}

/** One list of the workbench, page by page, and the figures of all three. */
export function useQueue(filter: QueueFilter): Queue {
  const { view, status } = filter
  const [trail, setTrail] = useState<Trail>(FIRST_PAGE)
  // Another list begins at its first page.
  useEffect(() => setTrail(FIRST_PAGE), [view, status])

  const cursor = trail[trail.length - 1]
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

  const next = list.data?.next
  return {
    page: list.data,
    failure: list.failure,
    totals: known.current,
    pageNumber: trail.length,
    forward: next === undefined ? undefined : () => setTrail(forward(trail, next)),
    backward: trail.length > 1 ? () => setTrail(backward(trail)) : undefined,
    reload: () => {
      for (const query of [list, todo, late, all]) void query.reload()
    },
  }
}
