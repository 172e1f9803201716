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
import * as repository from './ticket.repository'

/** Tickets looked at in one request. */
const BATCH = 50
/** Batches in one run; what is left waits a minute. */
const MOST_BATCHES = 4
/** A call that began before may commit after it; by then none is running any more. */
const SETTLED = 10 * MINUTE
/** Two tickets further apart are two occurrences, unless others lie between. */
const DAYS_APART = 30

/**
 * R-D6: takes every ticket that moved into the matter it belongs to, by the index that finds the like. Never all
 * tickets: two requests for each that moved, and one for each matter that changes. Every step may be repeated; should
 * the run be cut off, the next one begins where the job stands.
 */
export async function gatherHotMatters(ctx: TimerContext): Promise<void> {
  const knowledge = await currentKnowledge()
  const before = keyAt(new Date(ctx.now.getTime() - SETTLED))
  let job = await hot.loadJob()
  for (let batch = 0; batch < MOST_BATCHES && ctx.hasTime(); batch++) {
    const moved = await repository.movedBetween(job?.upTo ?? '', before, BATCH)
    let upTo: string | undefined
    for (const ticket of moved) {
      if (!ctx.hasTime() || !(await take(ctx, ticket, knowledge))) break
      upTo = ticket.headKey
    }
    if (upTo === undefined) return
    const current = job ?? hot.START
    if (!(await hot.commitJob(job, { ...current, upTo }))) return
    job = { ...current, upTo, version: current.version + 1 }
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
  const asGathered = (one: repository.ListedTicket) => gathered(one, knowledge, ctx.sha256)
  const own = asGathered(ticket)
  if (own.centreIds.length === 0) return { own, alike: [] }
  if (ticket.mergedInto !== undefined) {
    const main = await repository.load(ticket.mergedInto)
    if (!main) return { own, alike: [] }
    const { categoryId, townshipId, villageId, ...rest } = asGathered(main)
    const about = { categoryId, townshipId, villageId }
    return { own: { ...own, ...about }, alike: [{ ...rest, ...about }] }
  }
  const at = ticket.clock.submittedAt.getTime()
  const within = { after: at - DAYS_APART * DAY, before: at + DAYS_APART * DAY }
  const alike = await alikeTo(ticket, ['open', 'closed'], within)
  return { own, alike: alike.map(({ matter }) => asGathered(matter)) }
}

/** Each night: who came before the last 7 or 30 days counts no more. */
export const wakeHotMatter = (ctx: CallContext, matter: HotMatter): Promise<boolean> =>
  hot.commit(matter, countedAt(matter, ctx.now))

/** Sorts before every key of that moment. */
const keyAt = (at: Date): string => String(at.getTime()).padStart(13, '0')
