import { AppError } from '@core/errors'
import { lastMinutes, takeTurn } from '@core/people/limits'
import type { Person } from '@core/people/types'
import {
  isActive,
  mattersOf,
  recentVisits,
  refuseAgain,
  sameTopic,
  tombstone,
  tookPlace,
  type Booking,
} from '@core/reception'
import { currentKnowledge } from '../knowledge'
import { changePerson } from '../people'
import type { Context } from '../runtime/context'
import { ticketsReopened } from '../ticket'
import * as repository from './reception.repository'
import type { Visitor } from './visitor.service'

/**
 * Takes the limit of R-X4 and the lock: which booking of this kind may become final (R-A3). A retry has the lock already
 * and takes no turn. Only then is looked under the other names of the same person: of two who do so at once each finds
 * the other's lock, and whoever looks first buries the other's booking before it is stored.
 * @param topics the day's list: only a topic of the list can be the same again
 * @throws AppError ALREADY_BOOKED, RATE_LIMITED, RULE_REFUSED for a topic that was received within 60 days; CONFLICT
 *   where the person has verified a number meanwhile
 */
export async function lock(
  ctx: Context,
  { keeper, others }: Visitor,
  wanted: Booking,
  topics: readonly string[],
): Promise<void> {
  const { kind, topic, _id: id, day } = wanted
  const check = async ({ locks, visits }: Person): Promise<void> => {
    const holder = locks[kind]
    if (holder !== undefined && holder !== id && (await isHeld(holder, wanted, ctx.now)))
      throw new AppError('ALREADY_BOOKED')
    for (const { bookingId } of sameTopic(recentVisits(visits, ctx.now), wanted, topics))
      await checkAgain(ctx, bookingId)
  }
  await change(ctx, keeper, async (person) => {
    if (person.phoneHash !== keeper.phoneHash) throw new AppError('CONFLICT')
    if (person.locks[kind] === id) return person
    await check(person)
    const visits = recentVisits(person.visits, ctx.now)
    const visit = { bookingId: id, kind, topic, from: day.from.getTime() }
    return {
      ...person,
      recent: await withAttempt(person, ctx.now),
      locks: { ...person.locks, [kind]: id },
      visits: [...visits.filter(({ bookingId }) => bookingId !== id), visit],
    }
  })
  for (const other of await others()) await check(other)
}

/** Counts an attempt that was turned away before it took the lock (R-X4). @throws AppError RATE_LIMITED */
export async function countAttempt(ctx: Context, visitor: Person): Promise<void> {
  await change(ctx, visitor, async (person) => ({ ...person, recent: await withAttempt(person, ctx.now) }))
}

const change = (
  { pause }: Context,
  person: Person,
  next: (person: Person) => Promise<Person>,
): Promise<Person> => changePerson({ person, pause }, next)

async function withAttempt({ recent }: Person, now: Date): Promise<Person['recent']> {
  const { bookingAttemptsPerTenMinutes: most } = (await currentKnowledge()).policies
  const limits = [{ most, since: lastMinutes(10), words: '您预约得太频繁了，请过十分钟再试' }]
  return { ...recent, book: takeTurn(recent.book, limits, now.getTime()) }
}

/**
 * A lock is believed only while its booking is active. One whose booking was never stored is buried first; one whose
 * time seems over may have been moved to a later date meanwhile (R-A6), which the day knows first.
 */
async function isHeld(holder: string, wanted: Booking, now: Date): Promise<boolean> {
  const found = await repository.loadBooking(holder)
  if (!found && (await repository.addBooking(tombstone(holder, wanted)))) return false
  const booking = found ?? (await repository.loadBooking(holder))
  if (!booking) return false
  if (isActive(booking, now)) return true
  if (!isActive(booking, new Date(0))) return false
  const day = await repository.loadDay(booking.dayId)
  return day?.slots.some(({ id, to }) => id === booking.slotId && to > now) ?? false
}

/** R-A3: an earlier reception of the same topic stands in the way, unless one of its matters is overdue or redone. */
async function checkAgain(ctx: Context, bookingId: string): Promise<void> {
  const earlier = await repository.loadBooking(bookingId)
  if (!earlier || !tookPlace(earlier)) return
  if (!(await ticketsReopened(ctx, mattersOf(earlier)))) refuseAgain(earlier, 'topic')
}
