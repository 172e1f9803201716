import { AppError } from '@core/errors'
import {
  bookableSeats,
  bookableSlot,
  newBooking,
  nextOffers,
  seatOf,
  settled,
  type Booking,
  type BookingRequest,
  type DayPlan,
  type Slot,
} from '@core/reception'
import type { CallContext, Context, Handler, Input } from '../runtime/context'
import { claimOf, take } from './claim.service'
import { noteFull, planOf, noteFree, wasFull } from './days.repository'
import { countAttempt, lock } from './lock.service'
import { bookingView, offerView } from './reception.mapper'
import * as repository from './reception.repository'
import { save, tellAtOnce } from './steps.service'
import { visitorOf, type Visitor } from './visitor.service'

/**
 * Booking without transactions (architecture; R-A4: never oversold, never undersold). Five requests: person · person
 * (limits, and the lock of this kind) · booking `confirming` · the seat on the day, which is the commit point ·
 * booking `booked`. Whatever breaks in between, the booking says what was intended and the clock finishes it.
 */
export const book: Handler<'reception.book'> = async (ctx, input) => {
  const { plan, slot } = await slotOf(input, ctx.now)
  const visitor = await visitorOf(ctx, input.onBehalfOf)
  await turnAwayWhereFull(ctx, visitor, plan, slot)
  return make(ctx, visitor, requestOf(input), plan, slot)
}

/** R-A5: a place in the line; where a seat has become free meanwhile and nobody waits for it, the seat. */
export const wait: Handler<'reception.wait'> = async (ctx, input) => {
  const { plan, slot } = await slotOf(input, ctx.now)
  return make(ctx, await visitorOf(ctx, input.onBehalfOf), { ...requestOf(input), waits: true }, plan, slot)
}

type Wanted = Pick<BookingRequest, 'topic' | 'words' | 'people' | 'waits' | 'way' | 'visitor'>

const requestOf = ({ topic, words, people }: Input<'reception.book'>): Wanted => ({ topic, words, people })

/** @throws AppError NOT_FOUND, BOOKING_CLOSED */
async function slotOf({ dayId, slotId }: { dayId: string; slotId: string }, now: Date) {
  const plan = await planOf(dayId)
  if (!plan) throw new AppError('NOT_FOUND')
  return { plan, slot: bookableSlot(plan, slotId, now) }
}

/**
 * Makes a booking for the visitor. A retry finds it.
 * @throws AppError ALREADY_BOOKED, RATE_LIMITED, RULE_REFUSED (R-A3), REQUEST_REUSED, SLOT_TAKEN
 */
export async function make(ctx: Context, visitor: Visitor, wanted: Wanted, plan: DayPlan, slot: Slot) {
  const { request, now } = ctx
  const { key: id, inputHash } = request
  const { person, keeper: _lock, others: _known, ...entered } = visitor
  const noShows = person.noShows?.length ?? 0
  const booking = newBooking(
    { id, personId: person._id, inputHash, ...entered, ...wanted, noShows },
    plan,
    slot,
    now,
  )

  await lock(ctx, visitor, booking, plan.topics)
  const isNew = await repository.addBooking(booking)
  const stored = isNew ? booking : (await repository.loadBooking(id))!
  // Another request of this person came while nobody knew what became of this one, and took its place.
  if (stored.personId === '') throw new AppError('CONFLICT')
  if (stored.inputHash !== inputHash) throw new AppError('REQUEST_REUSED')

  const done = stored.state === 'confirming' ? await settle(ctx, stored, false) : stored
  if (done.state === 'refused') {
    noteFull(booking.dayId, slot.id)
    throw await slotTaken(ctx, done)
  }
  return { booking: bookingView(done, now) }
}

/**
 * Brings a `confirming` booking to its end.
 * @param tell whether the person must be told of a refusal
 */
export async function settle(ctx: CallContext, booking: Booking, tell: boolean): Promise<Booking> {
  const { seat, day } = await take(ctx, claimOf(booking), booking.waits)
  return tellAtOnce(ctx, await save(booking, settled({ ...booking, day }, seat, ctx.now, tell)))
}

/**
 * Where this instance has seen the slot full, the day is read before anything is written: in a rush most who come too
 * late leave no trace on the day. Only a fresh look decides, so nobody is turned away from a seat given back since.
 */
async function turnAwayWhereFull(
  ctx: Context,
  { keeper }: Visitor,
  plan: DayPlan,
  slot: Slot,
): Promise<void> {
  const { now, request } = ctx
  const isRetry = keeper.locks[plan.kind] === request.key
  if (isRetry || !wasFull(plan._id, slot.id)) return
  const day = await repository.loadDay(plan._id)
  if (day && seatOf(day, slot.id, request.key)) return
  if (day && bookableSeats(day, slot.id, now) > 0) return noteFree(plan._id, slot.id)
  await countAttempt(ctx, keeper)
  throw await slotTaken(ctx, { kind: plan.kind, dayId: plan._id })
}

/** R-A4: who lost a race is offered the next free seats of the same place. */
export async function slotTaken(
  { now }: CallContext,
  lost: Pick<Booking, 'kind' | 'dayId'>,
): Promise<AppError> {
  const plan = await planOf(lost.dayId)
  const days = plan ? await repository.daysFrom(plan.centreId, now) : []
  const others = nextOffers(days, lost, now).map(offerView)
  return new AppError('SLOT_TAKEN', { data: { others } })
}
