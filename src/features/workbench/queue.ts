import type { TicketCard } from '@core/contracts/ticket/views'
import { QUEUE_VIEWS, STATUSES, type QueueView, type Status } from '@core/ticket/words'

/** What the list shows: kept in the page's address, so that a reload or a shared link shows the same. */
export interface QueueFilter {
  view: QueueView
  status?: Status
}

/** Reads the filter from an address; what it does not know it leaves out. */
export function filterFrom(params: Readonly<Record<string, string | undefined>>): QueueFilter {
  const view = isKeyOf(QUEUE_VIEWS, params.view) ? params.view : 'todo'
  return isKeyOf(STATUSES, params.status) ? { view, status: params.status } : { view }
}

/** The address of a filter, and of the ticket shown beside the list; what is as usual is left out. */
export function paramsOf({ view, status }: QueueFilter, ticketId?: string): Record<string, string> {
  return {
    ...(view !== 'todo' && { view }),
    ...(status && { status }),
    ...(ticketId && { id: ticketId }),
  }
}

const isKeyOf = <T extends object>(table: T, key: string | undefined): key is keyof T & string =>
  key !== undefined && Object.prototype.hasOwnProperty.call(table, key)

/** Cursors of the pages gone through: the last is the page shown, `undefined` the first. */
export type Trail = readonly (string | undefined)[]
export const FIRST_PAGE: Trail = [undefined]

/** Paging by key: forward remembers where it came from, since a cursor only leads onward. */
export const forward = (trail: Trail, next: string): Trail => [...trail, next]
export const backward = (trail: Trail): Trail => (trail.length > 1 ? trail.slice(0, -1) : trail)

/** What an empty list says, and why. */
export function emptyWords({ view, status }: QueueFilter): { title: string; words: string } {
  if (status) return { title: `没有「${STATUSES[status]}」的事项`, words: '换一个状态看看。' }
  switch (view) {
    case 'todo':
      return { title: '现在没有等您办的事', words: '有新的事项会出现在这里。' }
    case 'soon':
      return { title: '没有快到期的事项', words: '时限用了八成、还没有办的会出现在这里。' }
    case 'late':
      return { title: '没有超时的事项', words: '办理时限过了的会出现在这里。' }
    case 'returned':
      return { title: '没有被退回的事项', words: '退回来要补办、要重新派的会出现在这里。' }
    case 'orders':
      return { title: '没有督查令', words: '待核发、待答复和已答复的督查令会出现在这里。' }
    case 'all':
      return { title: '还没有事项', words: '您能看到的事项都会列在这里。' }
  }
}

/** The item to select when going up or down a list by key; stays at the ends, starts at the first. */
export function neighbour(
  ids: readonly string[],
  current: string | undefined,
  step: 1 | -1,
): string | undefined {
  const at = current === undefined ? -1 : ids.indexOf(current)
  if (at < 0) return ids[0]
  return ids[Math.min(Math.max(at + step, 0), ids.length - 1)]
}

/** Who has it now; nothing where nobody has it any more and the cloud repeats the status instead. */
export function holderWords({
  waitsForMe,
  holder,
  status,
}: Pick<TicketCard, 'waitsForMe' | 'holder' | 'status'>): string | undefined {
  if (waitsForMe) return '等您办'
  return holder === STATUSES[status] ? undefined : `现在：${holder}`
}

/** Who of the unit handles it. R-P3: whoever has left handles nothing. */
export function assigneeWords({ assignee }: Pick<TicketCard, 'assignee'>): string | undefined {
  if (!assignee) return undefined
  return assignee.left ? '经办人已离开，待指定' : `经办人 ${assignee.name}`
}
