import { AppError } from '@core/errors'
import {
  entryOf,
  nextCommand,
  recorded,
  recording,
  rehearse,
  submissionOf,
  withEntry,
  type Booking,
  type Day,
} from '@core/reception'
import type { Reporter } from '@core/ticket/types'
import { currentKnowledge } from '../knowledge'
import { loadPerson } from '../people'
import type { CallContext, Context, Handler } from '../runtime/context'
import { changeTicket, enterTicket } from '../ticket'
import { atTheDesk, changeDay, readDay } from './desk-day.service'
import { loadBooking, loadDay } from './reception.repository'
import { save } from './steps.service'

/**
 * R-A9: the intention on the booking is the commit point, so two clerks record one reception once; then the tickets are
 * made, by the same creation and decisions as any other, and the day is told how many. What a call leaves the clock does.
 */
export const outcome: Handler<'reception.outcome'> = async (ctx, { bookingId, matters }) => {
  const booking = await loadBooking(bookingId)
  if (!booking) throw new AppError('NOT_FOUND')
  const day = await readDay(ctx, booking.dayId)
  const { key, inputHash } = ctx.request
  const isRetry = booking.outcome?.key === key
  if (isRetry && booking.outcome?.inputHash !== inputHash) throw new AppError('REQUEST_REUSED')
  const intended = isRetry ? booking : await intend(ctx, booking, day, matters)
  if (intended.outcome?.key !== key) throw new AppError('CONFLICT')
  const done = await finishOutcome(ctx, intended)
  const tickets = (done.outcome?.tickets ?? []).flatMap(({ id, number }) =>
    number === undefined ? [] : [{ id, number }],
  )
  return {
    desk: await atTheDesk(ctx, (await loadDay(day._id)) ?? day),
    numbers: tickets.map(({ number }) => number),
    toInstruct: tickets.filter((_, index) => matters[index]?.result === 'instructed'),
  }
}

async function intend(
  ctx: Context,
  booking: Booking,
  day: Day,
  matters: Parameters<typeof recording>[2],
): Promise<Booking> {
  const knowledge = await currentKnowledge()
  const { key, inputHash } = ctx.request
  const { id, role, unitId, name } = ctx.actor
  const by = {
    id,
    role,
    ...(unitId === undefined ? {} : { unitId }),
    ...(name === undefined ? {} : { name }),
  }
  const tickets = matters.map((_, index) => ({
    id: ctx.sha256(`outcome\n${booking._id}\n${index}`).slice(0, 32),
  }))
  const next = recording(booking, day, matters, { key, inputHash, at: ctx.now, by, tickets })
  const reporter = await reporterOf(booking)
  const env = { now: ctx.now, knowledge, digest: ctx.sha256, salt: ctx.random }
  for (const matter of matters) rehearse(matter, day, reporter, ctx.actor, env)
  return save(booking, next)
}

/** Makes the tickets that are not there yet, tells the day, and forgets what it needed for that. May be repeated. */
export async function finishOutcome(ctx: CallContext, booking: Booking): Promise<Booking> {
  const { outcome: made } = booking
  const day = made?.pending && (await loadDay(booking.dayId))
  if (!made?.pending || !day) return booking
  const { pending, by, tickets, answered } = made
  const clerk = { ...ctx, actor: by, person: await loadPerson(by.id) }
  const reporter = await reporterOf(booking)
  const knowledge = await currentKnowledge()
  const numbers: string[] = []
  for (const [index, matter] of pending.entries()) {
    const { id } = tickets[index]!
    const entered = { id, channel: 'reception' as const, submission: submissionOf(matter), reporter }
    const ticket = await enterTicket(clerk, entered)
    const { id: action, input } = nextCommand(matter, day, knowledge)
    const request = {
      ...ctx.request,
      action,
      key: ctx.sha256(`next\n${id}`).slice(0, 32),
      inputHash: made.inputHash,
    }
    await changeTicket({ ...clerk, request }, { ticketId: id, ...(input as object) })
    numbers.push(ticket.number)
  }
  const counted = { tickets: tickets.length, answered }
  await changeDay(
    ctx,
    day,
    (before) => {
      const entry = entryOf(before, booking._id)
      return entry ? withEntry(before, booking._id, { ...entry, outcome: counted }) : before
    },
    (before) => entryOf(before, booking._id)?.outcome !== undefined,
  )
  // The desk may have taken the booking a step on meanwhile.
  const current = (await loadBooking(booking._id)) ?? booking
  return current.outcome?.pending ? save(current, recorded(current, numbers, ctx.now)) : current
}

/** The visitor is the reporter of what came of it, so that they follow and rate it themselves. */
async function reporterOf({ personId, visitor }: Booking): Promise<Reporter> {
  if (visitor) return { personId, ...visitor }
  const { phone, phoneHash } = await loadPerson(personId)
  return {
    personId,
    ...(phone === undefined ? {} : { phone }),
    ...(phoneHash === undefined ? {} : { phoneHash }),
  }
}
