import type { Knowledge } from '@core/knowledge/types'
import {
  countedAt,
  gather,
  gathered,
  type Gathered,
  type HotChange,
  type HotMatter,
} from '@core/ticket/hot-matter'
import { DAY, MINUTE } from '@core/ticket/workdays'
import { currentKnowledge } from '../knowledge'
import type { CallContext, TimerContext } from '../runtime/context'
import { alikeTo } from './alike.service'
import * as hot from './hot.repository'
import * as joins from './joins.repository'
import * as repository from './ticket.repository'
import { walk } from './walk.service'

/** Tickets looked at in one request. */
const BATCH = 50
/** Batches in one run; what is left waits a minute. */
const MOST_BATCHES = 4
/** A call that began before may commit after it; by then none is running any more. */
const SETTLED = 10 * MINUTE
/** Two tickets further apart are two occurrences, unless others lie between. */
const DAYS_APART = 30

/**
 * R-D6: takes every ticket that moved, or that somebody said "me too" of, into the matter it belongs to, by the index
 * that finds the like. Never all tickets: three requests for each, and one for each matter that changes. Every step may
 * be repeated; should the run be cut off, the next one begins where the job stands. A ticket that cannot be taken is
 * tried again later, and stops no other.
 */
export async function gatherHotMatters(ctx: TimerContext): Promise<void> {
  const knowledge = await currentKnowledge()
  const before = keyAt(new Date(ctx.now.getTime() - SETTLED))
  let job = await hot.loadJob()
  for (let batch = 0; batch < MOST_BATCHES && ctx.hasTime(); batch++) {
    const { upTo, waiting, joinsUpTo, ...rest } = job ?? hot.START
    const moved = await repository.movedBetween(upTo, before, BATCH)
    const said = await joins.changedBetween(joinsUpTo ?? '', before, BATCH)
    const walked = await walk(
      ctx,
      { upTo, waiting },
      { moved, others: said.map(({ ticketId }) => ticketId) },
      repository.withIds,
      (ticket) => take(ctx, ticket, knowledge),
    )
    if (walked.idle) return
    const saidUpTo = walked.whole ? (said[said.length - 1]?.changeKey ?? joinsUpTo) : joinsUpTo
    const next: hot.HotJob = {
      ...rest,
      ...walked.standing,
      ...(saidUpTo === undefined ? {} : { joinsUpTo: saidUpTo }),
    }
    if (!(await hot.commitJob(job, next)) || !walked.whole) return
    job = { ...next, version: rest.version + 1 }
  }
}

/** False: another run of the clock writes too, and this ticket has to be looked at again. */
async function take(
  ctx: TimerContext,
  ticket: repository.ListedTicket,
  knowledge: Knowledge,
): Promise<boolean> {
  const { own, alike } = await relatives(ctx, ticket, knowledge)
  const known = await hot.holding([own.id, ...alike.map(({ id }) => id)])
  const centres = new Set([...own.centreIds, ...known.map(({ centreId }) => centreId)])
  for (const centreId of centres) {
    const id = ctx.sha256(`hot\n${centreId}\n${ticket.headKey}`).slice(0, 32)
    for (const change of gather(own, alike, known, { centreId, id, now: ctx.now })) {
      if (!(await stored(change))) return false
    }
  }
  return true
}

/** A new one that is there already was stored by a run that was cut off before it said so. */
const stored = async ({ prev, next }: HotChange): Promise<boolean> =>
  prev ? hot.commit(prev, next) : (await hot.add(next), true)

/** The ticket as it counts, and what it may be the same as. An operator's merge says it for certain (R-T9). */
async function relatives(
  ctx: TimerContext,
  ticket: repository.ListedTicket,
  knowledge: Knowledge,
): Promise<{ own: Gathered; alike: Gathered[] }> {
  const near = await nearTo(ticket)
  const said = await joins.ofTickets([ticket, ...near].map(({ _id }) => _id))
  const asGathered = (one: repository.ListedTicket) => gathered(one, said, knowledge, ctx.sha256)
  const own = asGathered(ticket)
  if (own.centreIds.length === 0) return { own, alike: [] }
  const alike = near.flatMap((one) => {
    try {
      return [asGathered(one)]
    } catch (error) {
      ctx.log.error(`ticket ${one._id} cannot be counted with the like of it`, error)
      return []
    }
  })
  const main = ticket.mergedInto === undefined ? undefined : alike[0]
  if (!main) return { own, alike }
  const { categoryId, townshipId, villageId, ...rest } = main
  const about = { categoryId, townshipId, villageId }
  return { own: { ...own, ...about }, alike: [{ ...rest, ...about }] }
}

/** What it was merged into, else what is told like it at about the same time. */
async function nearTo(ticket: repository.ListedTicket): Promise<repository.ListedTicket[]> {
  if (ticket.mergedInto !== undefined) {
    const main = await repository.load(ticket.mergedInto)
    return main ? [main] : []
  }
  const at = ticket.clock.submittedAt.getTime()
  const within = { after: at - DAYS_APART * DAY, before: at + DAYS_APART * DAY }
  const alike = await alikeTo(ticket, ['open', 'closed'], within)
  return alike.map(({ matter }) => matter)
}

/** Each night: who came before the last 7 or 30 days counts no more. */
export const wakeHotMatter = (ctx: CallContext, matter: HotMatter): Promise<boolean> =>
  hot.commit(matter, countedAt(matter, ctx.now))

/** Sorts before every key of that moment. */
const keyAt = (at: Date): string => String(at.getTime()).padStart(13, '0')
