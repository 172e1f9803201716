import { useRef } from 'react'
import type { ActionOutput } from '@core/contracts'
import { type Failure, useQuery } from '@/cloud'
import type { QueueFilter } from './queue'
import { type Paging, usePaging } from './use-paging'

type Figures = ActionOutput<'ticket.figures'>['totals']

export interface Queue {
  page?: ActionOutput<'ticket.queue'>
  failure?: Failure
  /** The lists of this person's home and how many each holds, as far as known. */
  figures: Figures
  paging: Paging
  /** Lists and figures anew, staying on this page. */
  reload(): void
}

/** One list of the workbench, page by page, and the figures of all. */
export function useQueue(filter: QueueFilter): Queue {
  const { view, status } = filter
  const { cursor, paging } = usePaging(`${view} ${status ?? ''}`)
  const list = useQuery('ticket.queue', { view, ...(status && { status }), ...(cursor && { cursor }) })
  const figures = useQuery('ticket.figures', {})

  // Figures stay while they are asked again, so that the headings do not flicker.
  const known = useRef<Figures>([])
  if (figures.data) known.current = figures.data.totals
  // The list itself tells its figure anew, unless it is narrowed to a status.
  const told = status ? undefined : list.data?.total

  return {
    page: list.data,
    failure: list.failure,
    figures: known.current.map((figure) =>
      figure.view === view && told !== undefined ? { view, total: told } : figure,
    ),
    paging: paging(list.data?.next),
    reload: () => {
      void list.reload()
      void figures.reload()
    },
  }
}
