import { AppError } from '@core/errors'
import { unitName } from '@core/knowledge'
import { may } from '@core/people/permissions'
import { relationTo, visibleFields } from '@core/ticket/access'
import { describeEvent } from '@core/ticket/timeline'
import { record } from '../audit'
import { viewsOf } from '../files'
import { currentKnowledge } from '../knowledge'
import type { Handler } from '../runtime/context'
import { firstWithin } from '../runtime/fit'
import { timelineItem } from './parts.mapper'
import { readTicket } from './read.service'

/** Of the 64 KiB of a reply. */
const PART_BYTES = 40 * 1024

/**
 * R-C6: the docket of a closed ticket, part by part, with what this reader may see of it. It leaves the house on paper,
 * so the audit keeps who asked for it (R-X6).
 */
export const docket: Handler<'ticket.docket'> = async (ctx, { ticketId, after = 0 }) => {
  const { actor, now } = ctx
  const knowledge = await currentKnowledge()
  const ticket = await readTicket(ctx, ticketId, knowledge)
  if (!may('ticket.docket', actor.role, relationTo(ticket, actor, knowledge))) throw new AppError('FORBIDDEN')
  if (ticket.status !== 'closed' || !ticket.closedAt) throw new AppError('WRONG_STATE')
  if (after === 0) await record(ctx, 'ticket.docket', { ticketId })
  const lines = ticket.events.slice(after).flatMap((event) => {
    const line = describeEvent(event, ticket, actor, knowledge)
    return line ? [{ event, line, photos: line.photos }] : []
  })
  const part = firstWithin(lines, PART_BYTES)
  const photos = await viewsOf(
    ctx,
    part.flatMap((line) => line.photos),
  )
  const links = new Map(photos.map(({ key, photo, url }) => [key, { photo, url }]))
  const shown = {
    actor,
    knowledge,
    now,
    ticket,
    fields: visibleFields(ticket, actor, knowledge),
    photos: (wanted: readonly string[]) => wanted.flatMap((key) => links.get(key) ?? []),
    joined: [],
    joiners: [],
    present: new Set<string>(),
  }
  return {
    number: ticket.number,
    keeper: unitName(knowledge, knowledge.county.centreUnitId),
    closedAt: ticket.closedAt.getTime(),
    items: part.map(({ event, line }) => {
      const { personId, unitId } = event.by
      // On paper nobody is 「您」.
      const own = personId === actor.id && unitId !== undefined
      return timelineItem(event, own ? { ...line, who: unitName(knowledge, unitId) } : line, shown)
    }),
    ...(part.length < lines.length ? { next: part[part.length - 1]!.event.seq } : {}),
    seal: { events: ticket.head.seq, head: ticket.head.hash },
  }
}
