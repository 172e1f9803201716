import type { Booking } from '@core/reception/types'
import { FOLLOWERS, personKey } from '@core/ticket/audience'
import type { OutboxEntry, Ticket } from '@core/ticket/types'
import { currentKnowledge } from '../knowledge'
import { inbox, type Notice } from '../people'
import type { CallContext } from '../runtime/context'
import { mayBeTold, peopleBehind } from './audience'
import { firstPush, push } from './push.service'

/**
 * R-N2: a notice was written with the change it tells of; here it reaches its people. Every step may be repeated: the
 * inbox id says what is told to whom, and what is there already is left alone.
 */

/** A ticket that joined another and follows its news (R-T9). */
type Follower = Pick<Ticket, '_id' | 'number' | 'reporter'>

/**
 * Delivers what is in a ticket's outbox; answers the entries that are done and may leave it.
 * @param followers the tickets that joined this one; asked for only when their reporters must be told
 */
export async function deliverTicketNotices(
  ctx: CallContext,
  ticket: Ticket,
  followers: () => Promise<Follower[]>,
): Promise<OutboxEntry[]> {
  const knowledge = await currentKnowledge()
  const done: OutboxEntry[] = []
  for (const entry of ticket.outbox) {
    const { seq, to, urgent } = entry
    for (const person of to === FOLLOWERS ? [] : await peopleBehind(to, knowledge)) {
      if (!mayBeTold(person, ticket, knowledge)) continue
      await deliver(ctx, person._id, `${ticket._id}.${seq}`, noticeOf(entry, ticket._id), urgent)
    }
    if (to === FOLLOWERS || (ticket.reporter && to === personKey(ticket.reporter.personId))) {
      for (const follower of await followers()) await tellFollower(ctx, ticket, entry, follower)
    }
    done.push(entry)
  }
  return done
}

/** R-T9: the news of the main ticket, under the follower's own number. */
async function tellFollower(
  ctx: CallContext,
  main: Ticket,
  entry: OutboxEntry,
  follower: Follower,
): Promise<void> {
  const { _id, number, reporter } = follower
  if (!reporter || reporter.personId === main.reporter?.personId) return
  const words = entry.words.split(main.number).join(number)
  await deliver(ctx, reporter.personId, `${main._id}.${entry.seq}`, { ...noticeOf(entry, _id), words })
}

const noticeOf = ({ template, title, words }: OutboxEntry, ticketId: string) => ({
  template,
  title,
  words,
  ticketId,
})

/** Delivers what is in a booking's outbox to the person who booked. */
export async function deliverBookingNotices(ctx: CallContext, booking: Booking): Promise<void> {
  for (const { template, title, words } of booking.outbox) {
    await deliver(ctx, booking.personId, booking._id, { template, title, words, bookingId: booking._id })
  }
}

/** @param cause what the notice is about: an event of a ticket, or a booking */
async function deliver(
  ctx: CallContext,
  personId: string,
  cause: string,
  what: Pick<Notice, 'template' | 'title' | 'words' | 'ticketId' | 'bookingId'>,
  urgent = false,
): Promise<void> {
  // One event may tell one person two things; the same thing by two keys (unit and head) is told once.
  const id = `${cause}.${personId}.${what.template}.${ctx.sha256(what.title + what.words).slice(0, 8)}`
  const notice: Notice = {
    _id: id,
    version: 1,
    sortKey: `${String(ctx.now.getTime()).padStart(13, '0')}-${ctx.sha256(id).slice(0, 32)}`,
    personId,
    at: ctx.now,
    ...what,
    ...firstPush(ctx, personId, what.template),
  }
  const isNew = await inbox.add(notice)
  // R-D7: what is urgent does not wait for the next turn of the clock.
  if (isNew && urgent && notice.push) await push(ctx, notice)
}
