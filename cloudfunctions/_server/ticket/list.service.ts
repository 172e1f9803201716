import type { TicketPage } from '@core/contracts/ticket/views'
import { lineage } from '@core/knowledge'
import type { Actor } from '@core/people/types'
import type { Knowledge } from '@core/knowledge/types'
import { canRead } from '@core/ticket/access'
import { listKeys, personKey, todoKeys } from '@core/ticket/audience'
import { isTerminal } from '@core/ticket/edges'
import { STATUSES, type Status } from '@core/ticket/words'
import { currentKnowledge } from '../knowledge'
import type { Context, Handler, Input } from '../runtime/context'
import { presentAmong } from './assigned.service'
import { cardOf } from './ticket.mapper'
import * as repository from './ticket.repository'

const PAGE = 20

const ALL = Object.keys(STATUSES) as Status[]
const TABS: Record<Input<'ticket.mine'>['tab'], readonly Status[]> = {
  open: ALL.filter((status) => !isTerminal(status) && status !== 'awaitingRating'),
  toRate: ['awaitingRating'],
  closed: ALL.filter(isTerminal),
}

/** The reporter's own tickets, newest first. Two requests. */
export const mine: Handler<'ticket.mine'> = (ctx, { tab, cursor }) =>
  pageOf(ctx, repository.ownList(personKey(ctx.actor.id), TABS[tab]), cursor)

/** Lists of the workbench. Three requests. */
export const queue: Handler<'ticket.queue'> = async (ctx, { view, status, cursor }) => {
  const { actor, now } = ctx
  const except = exceptFor(actor, await currentKnowledge())
  const list = {
    todo: () => repository.waitingList(todoKeys(actor), except, status),
    late: () => repository.lateList(listKeys(actor), except, String(now.getTime()).padStart(13, '0'), status),
    all: () => repository.seenList(listKeys(actor), except, status),
  }[view]()
  return { ...(await pageOf(ctx, list, cursor)), total: await repository.countOf(list) }
}

/**
 * R-P5: a ticket's keys already leave out the accused units and those below them, but know nothing of home units. Whoever
 * came from elsewhere is kept from what accuses that, in the query, so that not even the count tells of it.
 */
export const exceptFor = ({ homeUnitId }: Actor, knowledge: Knowledge): string[] =>
  lineage(knowledge, homeUnitId)

/** The query already leaves out what is not theirs; every ticket is asked once more before it is shown (R-P5). */
async function pageOf(ctx: Context, list: repository.List, cursor: string | undefined): Promise<TicketPage> {
  const { actor, now } = ctx
  const knowledge = await currentKnowledge()
  const found = await repository.page(list, cursor, PAGE + 1)
  const items = found.slice(0, PAGE)
  const last = items[items.length - 1]
  const present = await presentAmong(items)
  return {
    items: items
      .filter((ticket) => canRead(ticket, actor, knowledge))
      .map((ticket) => cardOf(ticket, { actor, knowledge, now, present })),
    ...(found.length > PAGE && last ? { next: last[list.by] } : {}),
  }
}
