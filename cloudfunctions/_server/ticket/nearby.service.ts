import type { NearbyMatter } from '@core/contracts/ticket/nearby'
import { placeName } from '@core/knowledge'
import { propose } from '@core/routing'
import { isShownToAll } from '@core/ticket/public-matter'
import { sortOf } from '@core/ticket/title'
import { currentKnowledge } from '../knowledge'
import { currentLearned } from '../routing'
import type { Handler } from '../runtime/context'
import { alikeTo } from './alike.service'
import * as joins from './joins.repository'
import * as repository from './ticket.repository'

/** Shown beside the form: more would be in the way of writing. */
const SHOWN = 3

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
  const merged = await repository.reportersJoined(found.map(({ _id }) => _id))
  const joined = await joins.ofTickets([...found, ...merged].map(({ _id }) => _id))
  const items = found.flatMap((ticket): NearbyMatter[] => {
    const parts = [ticket, ...merged.filter(({ mergedInto }) => mergedInto === ticket._id)]
    const reporters = parts.map(({ _id, reporter }) => reporter?.personId ?? _id)
    // Their own they need not be shown.
    if (reporters.includes(ctx.actor.id)) return []
    const joiners = joined
      .filter(({ ticketId }) => parts.some(({ _id }) => _id === ticketId))
      .map(({ personId }) => personId)
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
