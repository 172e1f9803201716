import { onItsDesk, type CallTask, type Notice } from '@core/notices'
import { hasWechat } from '@core/people/entered'
import { maskName, maskPhone } from '@core/privacy'
import { isCalled } from '@core/reception/notices'
import type { Booking } from '@core/reception/types'
import { centreKey, FOLLOWERS, JOINERS, personKey } from '@core/ticket/audience'
import type { OutboxEntry, Reporter, Ticket } from '@core/ticket/types'
import { currentKnowledge } from '../knowledge'
import { inbox } from '../people'
import type { CallContext } from '../runtime/context'
import { peopleBehind } from './audience'
import { firstPush, push } from './push.service'

/**
 * R-N2: a notice was written with the change it tells of; here it reaches its people. Every step may be repeated: the
 * inbox id says what is told to whom, and what is there already is left alone.
 */

/** A ticket that joined another and follows its news (R-T9). */
type Follower = Pick<Ticket, '_id' | 'number' | 'reporter'>

/** What a notice says, of what, and who sees to it that it arrives. */
type Content = Pick<
  Notice,
  'template' | 'title' | 'words' | 'ticketId' | 'bookingId' | 'joinedId' | 'keeper' | 'accused'
> & {
  /** Tried at once, not by the clock (R-D7). */
  urgent?: boolean
  /** Whom to call in words, where a person without WeChat has to be called (R-N3). */
  whom?: string
}

/**
 * Delivers what is in a ticket's outbox; answers the entries that are done and may leave it.
 * @param followers the tickets that joined this one; asked for only when their reporters must be told
 * @param joiners ids of those who said "me too"; asked for only when they must be told
 */
export async function deliverTicketNotices(
  ctx: CallContext,
  ticket: Ticket,
  followers: () => Promise<Follower[]>,
  joiners: () => Promise<string[]>,
): Promise<OutboxEntry[]> {
  const knowledge = await currentKnowledge()
  const keeper = centreKey(ticket, knowledge)
  const done: OutboxEntry[] = []
  for (const entry of ticket.outbox) {
    const { seq, to } = entry
    const content = contentOf(ctx, entry, ticket, keeper, ticket)
    if (to === JOINERS) {
      // R-T3: they read of it here and among what they joined; the ticket itself stays its reporter's.
      const { ticketId: joinedId, ...rest } = content
      const news = { ...rest, joinedId }
      for (const personId of await joiners()) await deliver(ctx, personId, `${ticket._id}.${seq}`, news)
      done.push(entry)
      continue
    }
    for (const person of to === FOLLOWERS ? [] : await peopleBehind(to, ticket, knowledge, ctx.now)) {
      await deliver(ctx, person._id, `${ticket._id}.${seq}`, content)
    }
    if (to === FOLLOWERS || (ticket.reporter && to === personKey(ticket.reporter.personId))) {
      for (const follower of await followers()) await tellFollower(ctx, ticket, entry, keeper, follower)
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
  keeper: string,
  follower: Follower,
): Promise<void> {
  const { number, reporter } = follower
  if (!reporter || reporter.personId === main.reporter?.personId) return
  const words = entry.words.split(main.number).join(number)
  const content = contentOf(ctx, { ...entry, words }, follower, keeper, main)
  await deliver(ctx, reporter.personId, `${main._id}.${entry.seq}`, content)
}

/** @param of the ticket whose reporter is told, where it is them; @param about what may accuse somebody */
function contentOf(
  ctx: CallContext,
  { template, title, words, urgent, call }: OutboxEntry,
  of: Follower,
  keeper: string,
  { accused }: Pick<Ticket, 'accused'>,
): Content {
  const accuses = accused.unitIds.length > 0 || accused.personIds.length > 0
  return {
    template,
    title,
    words,
    ticketId: of._id,
    keeper,
    ...(accuses && { accused }),
    ...(urgent && { urgent }),
    ...(call && { whom: masked(ctx, of.reporter) }),
  }
}

/** R-P4: 「张** 138****0000」. */
function masked({ vault }: CallContext, person: Pick<Reporter, 'name' | 'phone'> | undefined): string {
  const [name, phone] = [vault.open(person?.name), vault.open(person?.phone)]
  return [name && maskName(name), phone && maskPhone(phone)].filter(Boolean).join(' ') || '没有留下电话'
}

/** Delivers what is in a booking's outbox to the person who booked. */
export async function deliverBookingNotices(ctx: CallContext, booking: Booking): Promise<void> {
  const { county } = await currentKnowledge()
  for (const { template, title, words } of booking.outbox) {
    const keeper = `centre:${county.centreUnitId}`
    await deliver(ctx, booking.personId, booking._id, {
      template,
      title,
      words,
      bookingId: booking._id,
      keeper,
      ...(isCalled(template) && { whom: masked(ctx, booking.visitor) }),
    })
  }
}

/** @param cause what the notice is about: an event of a ticket, or a booking */
async function deliver(
  ctx: CallContext,
  personId: string,
  cause: string,
  { urgent, whom, ...what }: Content,
): Promise<void> {
  // One event may tell one person two things; the same thing by two keys (unit and head) is told once.
  const id = `${cause}.${personId}.${what.template}.${ctx.sha256(what.title + what.words).slice(0, 8)}`
  const call: CallTask | undefined =
    whom === undefined || hasWechat(personId) ? undefined : { state: 'waiting', whom, attempts: [] }
  const notice: Notice = onItsDesk({
    _id: id,
    version: 1,
    sortKey: `${String(ctx.now.getTime()).padStart(13, '0')}-${ctx.sha256(id).slice(0, 32)}`,
    personId,
    at: ctx.now,
    ...what,
    ...(call && { call }),
    ...firstPush(ctx, personId, what.template),
  })
  const isNew = await inbox.add(notice)
  // R-D7: what is urgent does not wait for the next turn of the clock.
  if (isNew && urgent && notice.push) await push(ctx, notice)
}
