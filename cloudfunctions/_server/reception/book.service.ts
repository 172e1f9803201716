import { AppError } from '@core/errors'
import { lastMinutes, takeTurn } from '@core/people/limits'
import {
  bookableSlot,
  booked,
  isActive,
  newBooking,
  nextOffers,
  refused,
  seatOf,
  tombstone,
  type Booking,
} from '@core/reception'
import { currentKnowledge } from '../knowledge'
import { changePerson } from '../people'
import type { CallContext, Context, Handler } from '../runtime/context'
import { planOf } from './days.repository'
import { bookingView, offerView } from './reception.mapper'
import * as repository from './reception.repository'
import { save, tellAtOnce } from './steps.service'

const TRIES = 3

/**
 * Booking without transactions (architecture; R-A4: never oversold, never undersold). Five requests: person · person
 * (limits, and the lock of this kind) · booking `confirming` · the seat on the day, which is the commit point ·
 * booking `booked`. Whatever breaks in between, the booking says what was intended and the clock finishes it.
 */
export const book: Handler<'reception.book'> = async (ctx, input) => {
  const { actor, request, now } = ctx
  const plan = await planOf(input.dayId)
  if (!plan) throw new AppError('NOT_FOUND')
  const slot = bookableSlot(plan, input.slotId, now)
  const { key: id, inputHash } = request
  const wanted = newBooking({ id, personId: actor.id, inputHash, ...input }, plan, slot, now)

  await lock(ctx, wanted)
  const isNew = await repository.addBooking(wanted)
  const booking = isNew ? wanted : (await repository.loadBooking(id))!
  const isBuried = booking.personId === ''
  if (!isBuried && booking.inputHash !== inputHash) throw new AppError('REQUEST_REUSED')

  const settled = booking.state === 'confirming' ? await settle(ctx, booking, false) : booking
  if (settled.state === 'refused') throw await slotTaken(ctx, settled)
  return { booking: bookingView(settled, now) }
}

/**
 * Takes the limit of R-X4 and the lock: which booking of this kind may become final. A retry has the lock already and
 * takes no turn.
 * @throws AppError ALREADY_BOOKED, RATE_LIMITED
 */
async function lock(ctx: Context, wanted: Booking): Promise<void> {
  const { kind, _id: id } = wanted
  const { bookingAttemptsPerTenMinutes: most } = (await currentKnowledge()).policies
  const limits = [{ most, since: lastMinutes(10), words: '您预约得太频繁了，请过十分钟再试' }]
  await changePerson(ctx, async (person) => {
    const holder = person.locks[kind]
    if (holder === id) return person
    if (holder !== undefined && (await isHeld(holder, wanted, ctx.now))) throw new AppError('ALREADY_BOOKED')
    const attempts = takeTurn(person.recent.book, limits, ctx.now.getTime())
    return { ...person, recent: { ...person.recent, book: attempts }, locks: { ...person.locks, [kind]: id } }
  })
}

/** A lock is believed only while its booking is active. One whose booking was never stored is buried first. */
async function isHeld(holder: string, wanted: Booking, now: Date): Promise<boolean> {
  const found = await repository.loadBooking(holder)
  if (found) return isActive(found, now)
  if (await repository.addBooking(tombstone(holder, wanted))) return false
  const late = await repository.loadBooking(holder)
  return late !== undefined && isActive(late, now)
}

/**
 * Brings a `confirming` booking to its end: asks the day for the seat, and where that did not work out, what the day
 * says about this booking decides. The person's own call and, after a minute, the clock may both be at it.
 * @param tell whether the person must be told of a refusal
 */
export async function settle(ctx: CallContext, booking: Booking, tell: boolean): Promise<Booking> {
  const { now } = ctx
  const hasSeat = (await claim(ctx, booking)) || (await askTheDay(booking))
  return tellAtOnce(ctx, await save(booking, hasSeat ? booked(booking, now) : refused(booking, now, tell)))
}

/**
 * Asks for the seat, again after an error: one that hid a seat which was given makes the next claim come to nothing,
 * and the day knows. While the database is away nothing is decided, so that nobody is refused a free seat.
 */
async function claim(ctx: CallContext, booking: Booking): Promise<boolean> {
  for (let attempt = 1; ; attempt++) {
    try {
      return await repository.claimSeat(booking, ctx.now)
    } catch (error) {
      if (attempt === TRIES) throw error
      await ctx.pause(50 * attempt)
    }
  }
}

/** Whether the day has this booking on a seat; if it has never heard of it, from now on it never will. */
async function askTheDay(booking: Booking): Promise<boolean> {
  await repository.bury(booking)
  const day = await repository.loadDay(booking.dayId)
  if (!day) return false
  const seat = seatOf(day, booking.slotId, booking._id)
  if (!seat) throw new Error(`booking ${booking._id} is neither on its day nor buried there`)
  return seat.state === 'booked'
}

/** R-A4: who lost a race is offered the next free seats. */
async function slotTaken({ now }: CallContext, lost: Booking): Promise<AppError> {
  const others = nextOffers(await repository.daysFrom(now), lost, now).map(offerView)
  return new AppError('SLOT_TAKEN', { data: { others } })
}
