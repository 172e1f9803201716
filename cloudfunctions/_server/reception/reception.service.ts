import type { BookingView } from '@core/contracts/reception/views'
import { hasEnded, isActive, mayCancelFor, type Booking } from '@core/reception'
import { badField } from '@core/ticket/decisions/decision'
import { enteredPersonId } from '@core/ticket/claim'
import { dayOf, momentOf } from '@core/ticket/workdays'
import { viewsOf } from '../files'
import { currentKnowledge } from '../knowledge'
import { loadPerson, peopleOfNumber } from '../people'
import type { CallContext, Context, Handler } from '../runtime/context'
import { firstWithin } from '../runtime/fit'
import { bookingsOfCode } from './desk.repository'
import { bookingView, dayView, visitorView } from './reception.mapper'
import * as repository from './reception.repository'
import { idsOf } from './visitor.service'

/** Bookings a person sees: years of them. */
const MOST_SHOWN = 50
/** Of one number, at the centre. */
const MOST_FOUND = 20
/** The soonest days that one reply can carry: more than a month of a county's leaders. */
const SCHEDULE_BYTES = 56 * 1024
const BOOKINGS_BYTES = 40 * 1024

/** The person's own bookings, those made by phone with their number, and for an agent those made for others; newest first. */
export const mine: Handler<'reception.mine'> = async (ctx) => {
  const { actor, person } = ctx
  const lists = await Promise.all([
    ...idsOf(person).map((id) => repository.bookingsOf(id, MOST_SHOWN)),
    ...(actor.role === 'agent' ? [repository.bookingsBy(actor.id, MOST_SHOWN)] : []),
  ])
  const bookings = lists.flat().sort((a, b) => (a.sortKey < b.sortKey ? 1 : -1))
  const shown = await Promise.all(bookings.slice(0, MOST_SHOWN).map((booking) => fullView(ctx, booking)))
  return { bookings: firstWithin(shown, BOOKINGS_BYTES) }
}

/** R-A3, R-T11: what a caller has booked, for the operator on the phone. */
export const lookUp: Handler<'reception.lookUp'> = async (ctx, { phone, code }) => {
  const { vault, now } = ctx
  const view = (booking: Booking) => ({
    ...bookingView(booking, now),
    ...visitorView(booking, vault),
    canCancel: mayCancelFor(booking, now),
  })
  const shown = (bookings: Booking[]) => firstWithin(bookings.map(view), BOOKINGS_BYTES)
  if (code !== undefined) {
    const found = await bookingsOfCode(code)
    return { bookings: shown(found.filter(({ personId }) => personId !== '')) }
  }
  if (phone === undefined) badField('phone', '请输入电话或预约号')
  const hash = vault.phoneHash(phone)
  const caller = await loadPerson(enteredPersonId(hash, ''))
  const own = await repository.bookingsOf(caller._id, MOST_SHOWN)
  // Of the same people in WeChat only what stands in the way of another.
  const inWechat = await Promise.all(
    (await peopleOfNumber(hash)).map(({ _id }) => repository.bookingsOf(_id, MOST_SHOWN)),
  )
  const bookings = [...own, ...inWechat.flat().filter((booking) => isActive(booking, now))]
  return {
    bookings: shown(bookings.sort((a, b) => (a.sortKey < b.sortKey ? 1 : -1)).slice(0, MOST_FOUND)),
    noShows: caller.noShows?.length ?? 0,
  }
}

/** A booking with what only one that lies ahead needs: its photos, and how many are before it in the line. */
export async function fullView(ctx: Context, booking: Booking): Promise<BookingView> {
  const view = { ...bookingView(booking, ctx.now), ...visitorView(booking, ctx.vault) }
  if (hasEnded(booking)) return view
  const photos = (await viewsOf(ctx, booking.photos)).map(({ photo, url }) => ({ photo, url }))
  if (booking.state !== 'waiting') return { ...view, photos }
  const line = (await repository.loadDay(booking.dayId))?.waiting[booking.slotId] ?? []
  return { ...view, photos, ahead: Math.max(0, line.indexOf(booking.seatId)) }
}

/** R-A2, R-G1: the published reception days from today on, without login. */
export const schedule: Handler<'open.schedule', CallContext> = async ({ now }, { centreId }) => {
  const knowledge = await currentKnowledge()
  const centre = centreId ?? knowledge.county.centreUnitId
  const days = await repository.daysFrom(centre, momentOf(dayOf(now), 0))
  return {
    days: firstWithin(
      days.map((day) => dayView(day, knowledge, now)),
      SCHEDULE_BYTES,
    ),
  }
}
