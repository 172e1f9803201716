import {
  bookableSeats,
  copyOf,
  freeSeats,
  MOST_WAITING,
  seatOf,
  stands,
  type Booking,
  type Day,
  type DayCopy,
  type Seat,
} from '@core/reception'
import type { CallContext } from '../runtime/context'
import * as repository from './reception.repository'
import type { Claim } from './reception.repository'

const TRIES = 3

/** What a claim has come to: the seat as the day has it, and the day as it was when it was given. */
export interface Outcome {
  seat: Seat
  day: DayCopy
}

/** What a booking that is being made asks of its day. */
export const claimOf = ({ _id: bookingId, personId, dayId, slotId, seatId, day, way }: Booking): Claim => ({
  bookingId,
  personId,
  dayId,
  slotId,
  seatId,
  day,
  atDesk: way === 'walkIn',
})

/** What a booking that is being moved asks of the other slot. */
export const claimOfMove = (
  { _id: bookingId, personId, dayId, slotId, seatId, move }: Booking,
  now: Date,
): Claim => ({
  bookingId,
  personId,
  ...move!,
  ...(move!.dayId === dayId ? { gives: { slotId, seatId, until: stands(now) } } : {}),
})

/**
 * Brings a claim to its end (R-A4): asks the day for the seat, for a place in the line where that is wanted, and where
 * that did not work out what the day says about this claim decides. A claim the day has never heard of is buried
 * there, so that from now on it never will. The person's own call and, after a minute, the clock may both be at it.
 * @throws what the database threw, again and again: while it is away nobody is refused a free seat
 */
export async function take(ctx: CallContext, wanted: Claim, waits = false): Promise<Outcome> {
  let claim = wanted
  for (let attempt = 1; ; attempt++) {
    const state = await ask(ctx, claim, waits)
    if (state) return { seat: seatFor(claim, state), day: claim.day }
    const day = await repository.loadDay(claim.dayId)
    const seat = day && seatOf(day, claim.slotId, claim.seatId)
    if (seat) return { seat, day: claim.day }
    const current = day && attempt < TRIES ? claimable(day, claim, waits, ctx.now) : undefined
    if (current) claim = { ...claim, day: current }
    else if (!day || (await repository.bury(claim, ctx.now, stands(ctx.now))))
      return { seat: seatFor(claim, 'void'), day: claim.day }
  }
}

/** Asks again after an error: one that hid a seat which was given makes the next claim come to nothing, and the day knows. */
async function ask(ctx: CallContext, claim: Claim, waits: boolean): Promise<Seat['state'] | undefined> {
  for (let attempt = 1; ; attempt++) {
    try {
      if (await repository.claimSeat(claim, ctx.now)) return 'booked'
      return waits && (await repository.joinLine(claim, ctx.now, MOST_WAITING)) ? 'waiting' : undefined
    } catch (error) {
      if (attempt === TRIES) throw error
      await ctx.pause(50 * attempt)
    }
  }
}

/**
 * The day as it is now, where the claim was refused only because a seat was not free yet, or the leader or the date
 * have changed since the person was shown them.
 */
function claimable(
  day: Day,
  { slotId, atDesk, gives }: Claim,
  waits: boolean,
  now: Date,
): DayCopy | undefined {
  const slot = day.slots.find(({ id }) => id === slotId)
  if (!slot || !day.published) return undefined
  // The seat it would give back is gone: the move has been overtaken.
  if (gives && seatOf(day, gives.slotId, gives.seatId)?.state !== 'booked') return undefined
  const isFree = atDesk
    ? day.cutOff <= now && freeSeats(day, slotId) > 0
    : bookableSeats(day, slotId, now) > 0
  return isFree || (waits && day.cutOff > now) ? copyOf(day, slot) : undefined
}

const seatFor = ({ bookingId, personId }: Claim, state: Seat['state']): Seat => ({
  bookingId,
  personId,
  state,
})

/** Gives back whatever the claim holds: a seat, an offered seat or a place in the line. */
export async function vacate(
  ctx: CallContext,
  place: Pick<Claim, 'dayId' | 'slotId' | 'seatId'>,
): Promise<void> {
  for (;;) {
    if (await repository.freeSeat(place, ctx.now, stands(ctx.now))) return
    if (await repository.leaveLine(place, ctx.now, stands(ctx.now))) return
    const day = await repository.loadDay(place.dayId)
    const seat = day && seatOf(day, place.slotId, place.seatId)
    if (!seat || seat.state === 'void') return
  }
}
