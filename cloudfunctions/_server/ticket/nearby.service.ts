import type { NearbyMatter } from '@core/contracts/ticket/nearby'
import { AppError, refuse } from '@core/errors'
import { placeName } from '@core/knowledge'
import { propose } from '@core/routing'
import { isShownToAll, mayHaveJoiners, type Join } from '@core/ticket/public-matter'
import { keyOf } from '@core/ticket/settle'
import { sortOf } from '@core/ticket/title'
import type { Ticket } from '@core/ticket/types'
import { currentKnowledge } from '../knowledge'
import { currentLearned } from '../routing'
import type { Context, Handler } from '../runtime/context'
import { alikeTo } from './alike.service'
import * as joins from './joins.repository'
import * as repository from './ticket.repository'

/** Shown beside the form: more would be in the way of writing. */
const SHOWN = 3
/** Times a "me too" is written anew when the same person pressed twice at once. */
const TRIES = 3

/** R-T3: at most four requests, whatever the county has. A tip-off is compared with nothing (R-P5). */
export const nearby: Handler<'ticket.nearby'> = async (ctx, { words, kind, place }) => {
  const knowledge = await currentKnowledge()
  const submission = { words, place, confidential: false, accusedUnitIds: [], ...(kind && { kind }) }
  const proposal = propose(submission, knowledge, await currentLearned(ctx))
  if (proposal.kind.value === 'report') return { items: [] }
  const alike = await alikeTo({ words, place, proposal }, ['public'], { after: 0 })
  const found = alike
    .map(({ matter }) => matter)
    .filter(isShownToAll)
    .slice(0, SHOWN)
  if (found.length === 0) return { items: [] }
  const [joined, merged] = await Promise.all([
    joins.ofTickets(found.map(({ _id }) => _id)),
    repository.reportersJoined(found.map(({ _id }) => _id)),
  ])
  const items = found.flatMap((ticket): NearbyMatter[] => {
    const reporters = [ticket, ...merged.filter(({ mergedInto }) => mergedInto === ticket._id)].map(
      ({ _id, reporter }) => reporter?.personId ?? _id,
    )
    // Their own they need not be shown.
    if (reporters.includes(ctx.actor.id)) return []
    const joiners = joined.filter(({ ticketId }) => ticketId === ticket._id).map(({ personId }) => personId)
    return [
      {
        id: ticket._id,
        category: sortOf({ ...ticket, events: [], outbox: [] }, knowledge),
        place: placeName(knowledge, ticket.place!),
        people: new Set([...reporters, ...joiners]).size,
        since: ticket.clock.submittedAt.getTime(),
        joined: joiners.includes(ctx.actor.id),
      },
    ]
  })
  return { items }
}

/**
 * R-T3: pressing twice is pressing once. At most three requests.
 *
 * @throws AppError NOT_FOUND for what is not there or not public (R-P6), RULE for one's own matter
 */
export const join: Handler<'ticket.join'> = async (ctx, { ticketId, on }) => {
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const before = await joins.load(ticketId, ctx.actor.id)
    if (isSaid(before, on)) return { joined: on }
    if (on) await checkJoinable(ctx, ticketId)
    if (await written(ctx, ticketId, before, on)) return { joined: on }
    await ctx.pause(20 * attempt)
  }
  throw new AppError('CONFLICT')
}

const isSaid = (before: Join | undefined, on: boolean): boolean =>
  (before !== undefined && before.left === undefined) === on

async function checkJoinable({ actor }: Context, ticketId: string): Promise<void> {
  const ticket = await repository.load(ticketId)
  if (!ticket || !isShownToAll(ticket)) throw new AppError('NOT_FOUND')
  if (ticket.reporter?.personId === actor.id) refuse('这件事就是您反映的，有进展会告诉您')
}

function written(
  { actor, now }: Context,
  ticketId: string,
  before: Join | undefined,
  on: boolean,
): Promise<boolean> {
  if (!before) {
    const _id = joins.idOf(ticketId, actor.id)
    return joins.add({ _id, version: 1, ticketId, personId: actor.id, sortKey: keyOf(now, actor.id) })
  }
  const { left: _left, ...rest } = before
  return joins.commit(before, on ? rest : { ...rest, left: true })
}

/** How many said "me too" of a ticket; asked only where somebody may have. */
export const joinersOf = async (ticket: Ticket): Promise<number> =>
  mayHaveJoiners(ticket) ? joins.countOf(ticket._id) : 0
