import { AppError, refuse } from '@core/errors'
import { checkChange, mattersOf, recentVisits, refuseAgain, tookPlace, type Booking } from '@core/reception'
import { verifyPhotos } from '../files'
import type { Context, Handler, Input } from '../runtime/context'
import { loadTicket, ticketsReopened } from '../ticket'
import { fullView } from './reception.service'
import * as repository from './reception.repository'
import { bookingFor, idsOf } from './visitor.service'

const MOST_PHOTOS = 9
const TRIES = 3
/** More bookings than anybody has in 60 days. */
const LOOKED_AT = 50

/**
 * R-A3: words, photos, how many come and the own ticket, until the cut-off. What is not said stays as it is. A retry
 * sets the same again.
 */
export const details: Handler<'reception.details'> = async (ctx, input) => {
  const added = verifyPhotos(ctx, input.photos ?? [])
  for (let attempt = 1; attempt <= TRIES; attempt++) {
    const booking = await bookingFor(ctx, input.bookingId)
    checkChange(booking, ctx.now)
    const next = { ...withDetails(booking, input, added), ...(await ticketOf(ctx, booking, input.ticketId)) }
    if (await repository.commitBooking(booking, next).catch(() => false))
      return { booking: await fullView(ctx, next) }
    await ctx.pause(20 * attempt)
  }
  throw new AppError('CONFLICT')
}

function withDetails(booking: Booking, input: Input<'reception.details'>, added: readonly string[]): Booking {
  const { words, people = booking.people, without = [] } = input
  const { words: before, ...rest } = booking
  const said = words ?? before ?? ''
  const left = booking.photos.filter((key) => !without.includes(key.slice(key.lastIndexOf('/') + 1)))
  const photos = [...new Set([...left, ...added])]
  if (photos.length > MOST_PHOTOS) refuse(`照片最多 ${MOST_PHOTOS} 张`)
  return { ...rest, ...(said === '' ? {} : { words: said }), people, photos }
}

/** @throws AppError NOT_FOUND for another's ticket (R-P6); RULE_REFUSED for one that was received within 60 days */
async function ticketOf(
  ctx: Context,
  booking: Booking,
  ticketId: string | undefined,
): Promise<Pick<Booking, 'ticketId' | 'ticketNumber'>> {
  if (ticketId === undefined || ticketId === booking.ticketId) return {}
  if (ticketId === '') return { ticketId: undefined, ticketNumber: undefined }
  const ticket = await loadTicket(ticketId)
  const reporter = ticket?.reporter?.personId
  const isTheirs = reporter !== undefined && [...idsOf(ctx.person), booking.personId].includes(reporter)
  if (!ticket || !isTheirs) throw new AppError('NOT_FOUND')
  const earlier = (await repository.bookingsOf(booking.personId, LOOKED_AT)).find(
    (other) =>
      other._id !== booking._id &&
      mattersOf(other).includes(ticketId) &&
      other.kind === booking.kind &&
      tookPlace(other) &&
      recentVisits([visitOf(other)], ctx.now).length > 0,
  )
  if (earlier && !(await ticketsReopened(ctx, mattersOf(earlier)))) refuseAgain(earlier, 'ticket')
  return { ticketId, ticketNumber: ticket.number }
}

const visitOf = ({ _id: bookingId, kind, topic, day }: Booking) => ({
  bookingId,
  kind,
  topic,
  from: day.from.getTime(),
})
