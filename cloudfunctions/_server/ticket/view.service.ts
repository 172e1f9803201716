import type { TicketView } from '@core/contracts/ticket/views'
import { visibleFields, visibleRatings, visibleResults } from '@core/ticket/access'
import { describeEvent } from '@core/ticket/timeline'
import type { Ticket } from '@core/ticket/types'
import { viewsOf } from '../files'
import { currentKnowledge } from '../knowledge'
import type { Context } from '../runtime/context'
import { newestWithin } from '../runtime/fit'
import type { Shown } from './parts.mapper'
import * as repository from './ticket.repository'
import { ticketView } from './view.mapper'

/** Events a reply carries at most (architecture: growth), and the bytes they and the results may take of it. */
const TIMELINE_EVENTS = 50
const TIMELINE_BYTES = 24 * 1024
const RESULT_BYTES = 20 * 1024

/**
 * The whole of a ticket as this reader may see it. Photos are linked only here, after the reader was found to be
 * allowed (R-X2). One further database request where others joined it or it joined another (R-T9).
 */
export async function viewOf(ctx: Context, ticket: Ticket): Promise<TicketView> {
  const knowledge = await currentKnowledge()
  const { actor, now } = ctx
  const fields = visibleFields(ticket, actor, knowledge)
  const all = ticket.events.slice(-TIMELINE_EVENTS).flatMap((event) => {
    const line = describeEvent(event, ticket, actor, knowledge)
    return line ? [{ event, line, photos: line.photos }] : []
  })
  const parts = {
    results: newestWithin(visibleResults(ticket, actor, knowledge), RESULT_BYTES),
    lines: newestWithin(all, TIMELINE_BYTES),
  }
  const seen = [...parts.results, ...visibleRatings(ticket, actor, knowledge), ...parts.lines]
  const keys = [...(fields.has('photos') ? ticket.photos : []), ...seen.flatMap(({ photos }) => photos)]
  const links = new Map((await viewsOf(ctx, keys)).map(({ key, photo, url }) => [key, { photo, url }]))
  const shown: Shown = {
    actor,
    knowledge,
    now,
    ticket,
    fields,
    photos: (wanted) => wanted.flatMap((key) => links.get(key) ?? []),
    ...(await relativesOf(ticket, fields)),
  }
  return ticketView(shown, parts, ctx.vault)
}

async function relativesOf(ticket: Ticket, fields: Shown['fields']): Promise<Pick<Shown, 'others' | 'main'>> {
  if (ticket.mergedInto !== undefined) {
    return {
      others: 0,
      main: fields.has('mainTicket') ? await repository.load(ticket.mergedInto) : undefined,
    }
  }
  return { others: fields.has('reporter') ? await repository.countFollowers(ticket._id) : 0 }
}
