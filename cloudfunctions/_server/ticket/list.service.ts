import type { TicketPage } from '@core/contracts/ticket/views'
import { lineage } from '@core/knowledge'
import type { Actor } from '@core/people/types'
import type { Knowledge } from '@core/knowledge/types'
import { canRead } from '@core/ticket/access'
import { listKeys, personKey, todoKeys } from '@core/ticket/audience'
import { isTerminal } from '@core/ticket/edges'
import { keysOfList, VIEWS } from '@core/ticket/lists'
import { STATUSES, type QueueView, type Status } from '@core/ticket/words'
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
  const list = listOf(view, ctx, await currentKnowledge(), status)
  return { ...(await pageOf(ctx, list, cursor)), total: await repository.countOf(list) }
}

/** The figures of the to-do home, each counted by the index of its list. */
export const figures: Handler<'ticket.figures'> = async (ctx) => {
  const knowledge = await currentKnowledge()
  const views = VIEWS[ctx.actor.role] ?? []
  const totals = await Promise.all(
    views.map(async (view) => ({ view, total: await repository.countOf(listOf(view, ctx, knowledge)) })),
  )
  return { totals }
}

function listOf(
  view: QueueView,
  { actor, now }: Pick<Context, 'actor' | 'now'>,
  knowledge: Knowledge,
  status?: Status,
): repository.List {
  const except = exceptFor(actor, knowledge)
  const keys = listKeys(actor)
  switch (view) {
    case 'todo':
      return repository.waitingList(todoKeys(actor), except, status)
    case 'soon':
      return { ...repository.namedList(keysOfList(view, actor), except, status), above: momentKey(now) }
    case 'late':
      return repository.dueList(keys, except, momentKey(now), status)
    case 'returned':
    case 'orders':
      return repository.namedList(keysOfList(view, actor), except, status)
    case 'all':
      return repository.seenList(keys, except, status)
  }
}

/** Sorts before every key of that moment. */
const momentKey = (at: Date): string => String(at.getTime()).padStart(13, '0')

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
