import * as v from 'valibot'
import { QUEUE_VIEWS, STATUSES, type QueueView, type Status } from '../../ticket/words'
import { contract } from '../define'
import { choice, cursor } from '../fields'
import type { TicketPage } from './views'

/**
 * Lists of the workbench, most pressing first, but everything I may see (`all`) newest first; optionally of one status.
 * `total` counts the list.
 */
export const queue = contract<TicketPage & { total: number }>()(
  'ticket.queue',
  v.strictObject({
    view: choice('列表', Object.keys(QUEUE_VIEWS) as [QueueView, ...QueueView[]]),
    status: v.optional(choice('状态', Object.keys(STATUSES) as [Status, ...Status[]])),
    cursor,
  }),
)
