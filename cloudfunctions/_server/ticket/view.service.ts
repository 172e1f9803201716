import type { TicketView } from '@core/contracts/ticket/views'
import type { Knowledge } from '@core/knowledge/types'
import { relationTo, visibleFields, visibleOrders, visibleRatings, visibleResults } from '@core/ticket/access'
import { availableCommands } from '@core/ticket/commands'
import { joinedBy } from '@core/ticket/joined'
import { describeEvent } from '@core/ticket/timeline'
import type { Ticket } from '@core/ticket/types'
import { viewsOf } from '../files'
import { currentKnowledge } from '../knowledge'
import type { Context } from '../runtime/context'
import { newestWithin } from '../runtime/fit'
import { presentAmong } from './assigned.service'
import { withOthers } from './joined.service'
import { joinersOf } from './joins.service'
import type { Shown } from './parts.mapper'
import * as repository from './ticket.repository'
import { ticketView } from './view.mapper'

/** Events a reply carries at most (architecture: growth), and the bytes they and the results may take of it. */
const TIMELINE_EVENTS = 50
const TIMELINE_BYTES = 24 * 1024
const RESULT_BYTES = 20 * 1024
const ORDER_BYTES = 6 * 1024

/**
 * The whole of a ticket as this reader may see it. Photos are linked only here, after the reader was found to be
 * allowed (R-X2). One further database request where others joined it or it joined another (R-T9), and one where it was
 * a public matter (R-T3).
 */
export async function viewOf(ctx: Context, found: Ticket): Promise<TicketView> {
  const knowledge = await currentKnowledge()
  const { ticket, ...relatives } = await relativesOf(ctx, found, knowledge)
  const { actor, now } = ctx
  const fields = visibleFields(ticket, actor, knowledge)
  const all = ticket.events.slice(-TIMELINE_EVENTS).flatMap((event) => {
    const line = describeEvent(event, ticket, actor, knowledge)
    return line ? [{ event, line, photos: line.photos }] : []
  })
  const orders = visibleOrders(ticket, actor, knowledge).map((order) => ({
    order,
    photos: order.answer?.photos ?? [],
  }))
  const parts = {
    results: newestWithin(visibleResults(ticket, actor, knowledge), RESULT_BYTES),
    lines: newestWithin(all, TIMELINE_BYTES),
    orders: newestWithin(orders, ORDER_BYTES),
  }
  const seen = [
    ...parts.results,
    ...visibleRatings(ticket, actor, knowledge),
    ...parts.lines,
    ...parts.orders,
  ]
  const keys = [...(fields.has('photos') ? ticket.photos : []), ...seen.flatMap(({ photos }) => photos)]
  const links = new Map((await viewsOf(ctx, keys)).map(({ key, photo, url }) => [key, { photo, url }]))
  const shown: Shown = {
    actor,
    knowledge,
    now,
    present: await presentAmong([ticket]),
    joiners: fields.has('reporter') ? await joinersOf(ticket, relatives.joined) : [],
    ticket,
    fields,
    photos: (wanted) => wanted.flatMap((key) => links.get(key) ?? []),
    ...relatives,
  }
  return ticketView(shown, parts, ctx.vault)
}

/** Who joined it, or what it joined. The main ticket is asked for on behalf of whoever has a right to know it. */
async function relativesOf(
  { actor, now }: Context,
  ticket: Ticket,
  knowledge: Knowledge,
): Promise<Pick<Shown, 'ticket' | 'joined' | 'main'>> {
  if (ticket.mergedInto === undefined) {
    // Readers who learn nothing of those who joined do not have them asked for.
    const fields = visibleFields(ticket, actor, knowledge)
    const knows = fields.has('reporter') || relationTo(ticket, actor, knowledge) === 'follower'
    return knows ? withOthers(ticket) : { ticket, joined: [] }
  }
  if (!visibleFields(ticket, actor, knowledge).has('mainTicket')) return { ticket, joined: [] }
  const main = await repository.load(ticket.mergedInto)
  if (!main) return { ticket, joined: [] }
  const isOwn = ticket.reporter?.personId === actor.id
  const known = isOwn ? joinedBy(main, [...(main.others ?? []), actor.id]) : main
  const toRate = isOwn && availableCommands(known, actor, { now, knowledge }).includes('ticket.rate')
  return { ticket, joined: [], main: { id: main._id, number: main.number, toRate } }
}
