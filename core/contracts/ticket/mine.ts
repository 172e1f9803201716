import * as v from 'valibot'
import { contract } from '../define'
import { choice, cursor } from '../fields'
import type { TicketPage } from './views'

/** The reporter's own tickets: 进行中 / 待我评价 / 已办结. */
export const mine = contract<TicketPage>()(
  'ticket.mine',
  v.strictObject({ tab: choice('分类', ['open', 'toRate', 'closed']), cursor }),
)
