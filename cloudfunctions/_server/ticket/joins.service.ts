import { AppError, refuse } from '@core/errors'
import { ratedToo, type Join } from '@core/ticket/me-too'
import { isShownToAll, mayHaveJoiners } from '@core/ticket/public-matter'
import { keyOf } from '@core/ticket/settle'
import type { Ticket } from '@core/ticket/types'
import { currentKnowledge } from '../knowledge'
import type { Context, Handler } from '../runtime/context'
import { joinView } from './joins.mapper'
import * as repository from './joins.repository'
import * as tickets from './ticket.repository'

/**
 * "Me too" (R-T3, R-T9). Whoever said it of a ticket that was merged belongs to the main one: known by the query on the
 * tickets that joined it, so that nothing has to be moved, no race loses anybody, and an undone merge undoes it.
 */

const PAGE = 20
/** Times a change is made anew when the same person pressed twice at once. */
const TRIES = 3

/**
 * R-T3: pressing twice is pressing once. At most three requests to join. To take it back, of a matter of several merged
 * tickets as well, three and one for each of them it was said of.
 *
 * @throws AppError NOT_FOUND for what is not there or not public (R-P6), RULE_REFUSED for one's own matter
 */
export const join: Handler<'ticket.join'> = async (ctx, { ticketId, on }) => {
  if (!on) return leave(ctx, ticketId)
  return retried(ctx, async () => {
    const before = await repository.load(ticketId, ctx.actor.id)
    if (before && !before.left) return { joined: true }
    await checkJoinable(ctx, ticketId)
    return (await written(before, said(ctx, ticketId, before))) && { joined: true }
  })
}

async function leave(ctx: Context, ticketId: string): Promise<{ joined: boolean }> {
  const ticket = await tickets.load(ticketId)
  if (!ticket) throw new AppError('NOT_FOUND')
  const mainId = ticket.mergedInto ?? ticketId
  const merged = await tickets.reportersJoined([mainId])
  const ids = [...new Set([mainId, ticketId, ...merged.map(({ _id }) => _id)])]
  return retried(ctx, async () => {
    const mine = await repository.ofPersonOn(ctx.actor.id, ids)
    for (const one of mine.filter(({ left }) => !left)) {
      const next: Join = { ...one, left: true, changeKey: keyOf(ctx.now, one._id) }
      if (!(await repository.commit(one, next))) return undefined
    }
    return { joined: false }
  })
}

async function checkJoinable({ actor }: Context, ticketId: string): Promise<void> {
  const ticket = await tickets.load(ticketId)
  if (!ticket || !isShownToAll(ticket)) throw new AppError('NOT_FOUND')
  if (ticket.reporter?.personId === actor.id) refuse('这件事就是您反映的，有进展会告诉您')
}

/** The join as said now, for the first time or again. */
function said({ actor, now }: Context, ticketId: string, before?: Join): Join {
  const _id = repository.idOf(ticketId, actor.id)
  const { left: _left, ...rest } = before ?? {
    _id,
    version: 1,
    ticketId,
    personId: actor.id,
    sortKey: keyOf(now, _id),
  }
  return { ...rest, changeKey: keyOf(now, _id) }
}

/** False: the same person wrote at the same time. */
const written = (before: Join | undefined, next: Join): Promise<boolean> =>
  before ? repository.commit(before, next) : repository.add(next)

async function retried<T>(ctx: Context, attempt: () => Promise<T | undefined | false>): Promise<T> {
  for (let turn = 1; turn <= TRIES; turn++) {
    const done = await attempt()
    if (done) return done
    await ctx.pause(20 * turn)
  }
  throw new AppError('CONFLICT')
}

/** R-T3: what somebody joined, each matter once. At most three requests. */
export const joins: Handler<'ticket.joins'> = async ({ actor, now }, { cursor }) => {
  const knowledge = await currentKnowledge()
  const found = await repository.ofPerson(actor.id, cursor, PAGE + 1)
  const page = found.slice(0, PAGE)
  const own = page.length > 0 ? await tickets.withIds(page.map(({ ticketId }) => ticketId)) : []
  const mainIds = [...new Set(own.flatMap(({ mergedInto }) => mergedInto ?? []))]
  const all = [...own, ...(mainIds.length > 0 ? await tickets.withIds(mainIds) : [])]
  const byMatter = new Map<string, { ticket: tickets.ListedTicket; said: Join[] }>()
  for (const one of page) {
    const first = all.find(({ _id }) => _id === one.ticketId)
    const ticket = first?.mergedInto === undefined ? first : all.find(({ _id }) => _id === first.mergedInto)
    if (!ticket) continue
    const known = byMatter.get(ticket._id)
    byMatter.set(ticket._id, { ticket, said: [...(known?.said ?? []), one] })
  }
  const last = page[page.length - 1]
  return {
    items: [...byMatter.values()].flatMap(({ ticket, said }) => joinView(said, ticket, knowledge, now) ?? []),
    ...(found.length > PAGE && last ? { next: last.sortKey } : {}),
  }
}

/**
 * R-T9: once a round, whichever of the merged tickets it was said of: the rating stands with the main one. At most five
 * requests.
 *
 * @throws AppError NOT_FOUND for what they did not join or may hear of no more (R-P6), and what `ratedToo` refuses
 */
export const rateJoin: Handler<'ticket.rateJoin'> = async (ctx, { ticketId, ...rating }) => {
  const { actor, now, request } = ctx
  const knowledge = await currentKnowledge()
  return retried(ctx, async () => {
    const own = await repository.load(ticketId, actor.id)
    if (!own || own.left) throw new AppError('NOT_FOUND')
    const ticket = await mainOf(ticketId)
    if (!ticket || !mayHaveJoiners(ticket)) throw new AppError('NOT_FOUND')
    const before = ticket._id === ticketId ? own : await repository.load(ticket._id, actor.id)
    // Said of a ticket that was merged: from now on of the main one as well.
    const join = before && !before.left ? before : said(ctx, ticket._id, before)
    const rated = ratedToo(join, ticket, { ...rating, key: request.key }, now)
    if (rated !== before && !(await written(before, rated))) return undefined
    return { join: joinView([rated], ticket, knowledge, now)! }
  })
}

async function mainOf(ticketId: string): Promise<Ticket | undefined> {
  const ticket = await tickets.load(ticketId)
  return ticket?.mergedInto === undefined ? ticket : tickets.load(ticket.mergedInto)
}

/**
 * Who said "me too" of a matter: of this ticket or of one that was merged into it, each once, as last said. Its own
 * reporters are no joiners. One request, none where nobody may have.
 *
 * @param merged the tickets that joined this one (R-T9)
 */
export async function joinersOf(
  ticket: Ticket,
  merged: readonly Pick<Ticket, '_id' | 'reporter'>[],
): Promise<Join[]> {
  if (!mayHaveJoiners(ticket)) return []
  const all = [ticket, ...merged]
  const found = await repository.ofTickets(all.map(({ _id }) => _id))
  const reporters = all.map(({ reporter }) => reporter?.personId)
  const byPerson = new Map<string, Join>()
  for (const one of found) {
    if (reporters.includes(one.personId)) continue
    const known = byPerson.get(one.personId)
    if (!known || one.ticketId === ticket._id) byPerson.set(one.personId, one)
  }
  return [...byPerson.values()]
}
