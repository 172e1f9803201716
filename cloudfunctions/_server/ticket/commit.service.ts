import { refuse } from '@core/errors'
import type { Knowledge } from '@core/knowledge/types'
import { SYSTEM } from '@core/people/types'
import { nextWakeAt } from '@core/ticket/clock'
import { decide } from '@core/ticket/decide'
import type { Ticket } from '@core/ticket/types'
import { currentKnowledge } from '../knowledge'
import { deliverTicketNotices } from '../notices'
import type { CallContext } from '../runtime/context'
import { withOthers } from './joined.service'
import { withParts } from './split.service'
import { joinersOf } from './joins.service'
import * as repository from './ticket.repository'

/** The database takes 1 MiB a document; a ticket says so in words before that. */
const MAX_BYTES = 1_000_000

/**
 * Stores a decided ticket over the one it was decided on, then tells people. Answers what is stored, or undefined when
 * somebody else wrote in between.
 */
export async function store(
  ctx: CallContext,
  prev: Ticket,
  next: Ticket,
  knowledge: Knowledge,
): Promise<Ticket | undefined> {
  const waking = withWakeAt(next, knowledge, ctx.now)
  if (Buffer.byteLength(JSON.stringify(waking)) > MAX_BYTES) {
    refuse('这件事的记录已满，不能再增加，请联系社情民意服务中心')
  }
  if (!(await repository.commit(prev, waking))) return undefined
  return tellAtOnce(ctx, { ...waking, version: prev.version + 1 }, knowledge)
}

/** Tells what there is to tell; what cannot be told now stays in the outbox, and the clock comes for it. */
export async function tellAtOnce(ctx: CallContext, ticket: Ticket, knowledge: Knowledge): Promise<Ticket> {
  if (ticket.outbox.length === 0) return ticket
  return ctx.asNotices(async () => {
    try {
      const told = await tell(ctx, ticket, knowledge)
      return (await repository.commit(ticket, told)) ? { ...told, version: ticket.version + 1 } : ticket
    } catch (error) {
      ctx.log.error('the notices of a ticket were not delivered', error)
      return ticket
    }
  })
}

/** Delivers the outbox; answers the ticket without what has been delivered. */
async function tell(ctx: CallContext, ticket: Ticket, knowledge: Knowledge): Promise<Ticket> {
  // Asked for once, however many notices want to know it.
  let followers: Promise<repository.ListedTicket[]> | undefined
  const merged = () => (followers ??= repository.followersOf(ticket._id))
  const told = await deliverTicketNotices(ctx, ticket, merged, async () =>
    (await joinersOf(ticket, await merged())).map(({ personId }) => personId),
  )
  const outbox = ticket.outbox.filter((entry) => !told.includes(entry))
  return withWakeAt({ ...ticket, outbox }, knowledge, ctx.now)
}

/**
 * What time brings to a ticket: notices that wait, and whatever is due. May be repeated.
 * @throws Error when the ticket would be awake for ever with nothing to do
 */
export async function wakeTicket(ctx: CallContext, ticket: Ticket): Promise<void> {
  const knowledge = await currentKnowledge()
  const told = await withWhoJoined(await tell(ctx, await withParts(ctx, ticket), knowledge))
  const key = ctx.sha256(`clock\n${ticket._id}\n${ticket.version}`).slice(0, 32)
  const env = { now: ctx.now, knowledge, digest: ctx.sha256, salt: ctx.random }
  const woken = decide(told, { id: 'clock.wake', input: {}, key, inputHash: key }, SYSTEM, env)
  const isIdle = woken.head.seq === ticket.head.seq && woken.outbox.length === ticket.outbox.length
  const again = nextWakeAt(woken, knowledge)
  if (isIdle && again && again <= ctx.now)
    throw new Error('nothing was due, and it would be woken again at once')
  await store(ctx, ticket, woken, knowledge)
}

/** R-T10: makes what is left to make of a split; should somebody else write meanwhile, the clock sees to it. */
export async function finishSplit(ctx: CallContext, ticket: Ticket): Promise<Ticket> {
  if (!ticket.splitting) return ticket
  const done = withWakeAt(await withParts(ctx, ticket), await currentKnowledge(), ctx.now)
  return (await repository.commit(ticket, done)) ? { ...done, version: ticket.version + 1 } : ticket
}

/** R-T9: E21 looks at everybody who has to rate. */
const withWhoJoined = async (ticket: Ticket): Promise<Ticket> =>
  ticket.status === 'awaitingRating' ? (await withOthers(ticket)).ticket : ticket

/** The clock comes at once for a waiting notice, else when the rules say. Absent when nothing is due, never null. */
function withWakeAt(ticket: Ticket, knowledge: Knowledge, now: Date): Ticket {
  const { wakeAt: _before, ...rest } = ticket
  const wakeAt = ticket.outbox.length > 0 || ticket.splitting ? now : nextWakeAt(ticket, knowledge)
  return wakeAt ? { ...rest, wakeAt } : rest
}
