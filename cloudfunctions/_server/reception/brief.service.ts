import type { BriefVisitor } from '@core/contracts/reception/brief'
import { unitName } from '@core/knowledge'
import type { Knowledge } from '@core/knowledge/types'
import { maskName, maskNumbers } from '@core/privacy'
import { mayBeTold, visitorsOf, type Booking, type Visitor } from '@core/reception'
import { kindOf } from '@core/ticket/access'
import { personKey } from '@core/ticket/audience'
import { viewsOf } from '../files'
import { currentKnowledge } from '../knowledge'
import type { Context, Handler } from '../runtime/context'
import { mattersOf, type ListedTicket } from '../ticket'
import { readDay } from './desk-day.service'
import { deskDay } from './desk.mapper'
import { bookingsOfDay } from './desk.repository'

/** A visitor's last matters; who comes often has more than a leader reads. */
const MOST_MATTERS = 5

/** R-A8: everybody who comes, what about, and where their matters stand. */
export const brief: Handler<'reception.brief'> = async (ctx, { dayId }) => {
  const day = await readDay(ctx, dayId)
  const knowledge = await currentKnowledge()
  const bookings = new Map((await bookingsOfDay(dayId)).map((booking) => [booking._id, booking]))
  const visitors: BriefVisitor[] = []
  for (const visitor of visitorsOf(day)) {
    const booking = bookings.get(visitor.bookingId)
    const slot = day.slots.find(({ id }) => id === visitor.slotId)!
    if (booking)
      visitors.push({
        from: slot.from.getTime(),
        to: slot.to.getTime(),
        ...(await of(ctx, visitor, booking, knowledge)),
      })
  }
  return { day: deskDay(day), units: day.unitIds.map((id) => unitName(knowledge, id)), visitors }
}

async function of(
  ctx: Context,
  { personId }: Visitor,
  { visitor, people, topic, words, noShows, photos, ticketId }: Booking,
  knowledge: Knowledge,
): Promise<Omit<BriefVisitor, 'from' | 'to'>> {
  const name = ctx.vault.open(visitor?.name)
  const matters = await mattersOf(personKey(personId), MOST_MATTERS * 2)
  return {
    ...(name === undefined ? {} : { name: maskName(name) }),
    people,
    topic,
    ...(words === undefined ? {} : { words: maskNumbers(words) }),
    noShows,
    photos: (await viewsOf(ctx, photos)).map(({ url }) => ({ url })),
    tickets: matters
      .filter((ticket) => mayBeTold(ticket, personId, ctx.actor, knowledge))
      .slice(0, MOST_MATTERS)
      .map((ticket) => matterOf(ticket, ticketId, knowledge)),
  }
}

function matterOf(
  ticket: ListedTicket,
  ownId: string | undefined,
  knowledge: Knowledge,
): BriefVisitor['tickets'][number] {
  const { _id, number, title, status, leadUnitId, clock, results } = ticket
  const kind = kindOf(ticket)
  const position = results[results.length - 1]?.done
  return {
    number,
    title: maskNumbers(title),
    ...(kind === undefined ? {} : { kind }),
    status,
    ...(leadUnitId === undefined ? {} : { unit: unitName(knowledge, leadUnitId) }),
    at: clock.submittedAt.getTime(),
    own: _id === ownId,
    ...(position === undefined ? {} : { position: maskNumbers(position) }),
  }
}
