import { dayOf } from '@core/ticket/workdays'
import { currentKnowledge } from '../knowledge'
import { push } from '../notices'
import { openNumbers } from '../numbers'
import { inbox } from '../people'
import {
  commitBooking,
  commitDay,
  commitMonth,
  dueBookings,
  dueDays,
  dueMonths,
  wakeBooking,
  wakeDay,
  wakeMonth,
} from '../reception'
import type { TimerContext } from '../runtime/context'
import {
  commitHotMatter,
  commitTicket,
  dueHotMatters,
  dueTickets,
  gatherHotMatters,
  wakeHotMatter,
  wakeTicket,
} from '../ticket'
import { writeAnchors } from './anchors.service'
import { learn } from './learning.service'
import { backedOff, type Waking } from './backing-off'

const DAY_MS = 86_400_000
/** Documents of one collection taken at a time. */
const BATCH = 20

/** One collection of documents that say themselves when time must touch them (`wakeAt`). */
interface Queue<T extends Waking> {
  name: string
  /** The only query of the clock: due by now, longest due first. */
  due(now: Date, limit: number): Promise<T[]>
  wake(ctx: TimerContext, document: T): Promise<unknown>
  commit(prev: T, next: T): Promise<boolean>
}

const queue = <T extends Waking>(of: Queue<T>): Queue<Waking> => of as unknown as Queue<Waking>

const QUEUES = [
  queue({ name: 'tickets', due: dueTickets, wake: wakeTicket, commit: commitTicket }),
  queue({ name: 'days', due: dueDays, wake: wakeDay, commit: commitDay }),
  queue({ name: 'bookings', due: dueBookings, wake: wakeBooking, commit: commitBooking }),
  queue({ name: 'months', due: dueMonths, wake: wakeMonth, commit: commitMonth }),
  queue({ name: 'hotMatters', due: dueHotMatters, wake: wakeHotMatter, commit: commitHotMatter }),
  queue({ name: 'inbox', due: inbox.due, wake: push, commit: inbox.commit }),
]

/** How many documents of each collection were woken, and how many of them failed. */
export type Tally = Record<string, { woken: number; failed: number }>

/**
 * What happens every minute: tomorrow's numbers are made ready, and everything that is due is woken, a batch of each
 * collection in turn, so that none waits behind another. Two runs at once do no harm: every step is a decision on the
 * stored document and may be repeated.
 */
export async function onTheMinute(ctx: TimerContext): Promise<Tally> {
  await openNumbers(dayOf(new Date(ctx.now.getTime() + DAY_MS)), await currentKnowledge())
  const tally: Tally = {}
  const seen = new Set<string>()
  for (let waiting = QUEUES; waiting.length > 0 && ctx.hasTime();) {
    const next: typeof QUEUES = []
    for (const one of waiting) if (await wakeBatch(ctx, one, seen, tally)) next.push(one)
    waiting = next
  }
  if (ctx.hasTime()) await anchored(ctx)
  if (ctx.hasTime()) await learned(ctx)
  if (ctx.hasTime()) await heated(ctx)
  return tally
}

/** Anchors that cannot be written now are written a minute later: they start where the last one ends. */
async function anchored(ctx: TimerContext): Promise<void> {
  try {
    await writeAnchors(ctx)
  } catch (error) {
    ctx.log.error('the heads of the day were not anchored', error)
  }
}

/** What cannot be learned now is learned a minute later; until then proposals are made with what is known. */
async function learned(ctx: TimerContext): Promise<void> {
  try {
    await learn(ctx)
  } catch (error) {
    ctx.log.error('nothing was learned from the tickets that moved', error)
  }
}

/** What cannot be gathered now is gathered a minute later; until then the list shows what it had. */
async function heated(ctx: TimerContext): Promise<void> {
  try {
    await gatherHotMatters(ctx)
  } catch (error) {
    ctx.log.error('hot matters were not gathered from the tickets that moved', error)
  }
}

/** Wakes a batch; answers whether there may be more. Nothing is woken twice in one run. */
async function wakeBatch(
  ctx: TimerContext,
  of: Queue<Waking>,
  seen: Set<string>,
  tally: Tally,
): Promise<boolean> {
  const { name } = of
  const documents = (await of.due(ctx.now, BATCH)).filter(({ _id }) => !seen.has(`${name}/${_id}`))
  for (const document of documents) {
    if (!ctx.hasTime()) return false
    seen.add(`${name}/${document._id}`)
    const count = (tally[name] ??= { woken: 0, failed: 0 })
    count.woken++
    try {
      await of.wake(ctx, document)
    } catch (error) {
      count.failed++
      ctx.log.error(`${name}/${document._id} could not be woken`, error)
      await putOff(ctx, of, document)
    }
  }
  return documents.length > 0
}

/** One that cannot be woken must not hold up the others. Should this fail too, it simply stays due. */
async function putOff(ctx: TimerContext, of: Queue<Waking>, document: Waking): Promise<void> {
  try {
    await of.commit(document, backedOff(document, ctx.now))
  } catch (error) {
    ctx.log.error(`${of.name}/${document._id} could not be put off`, error)
  }
}
