import { AppError } from '@core/errors'
import { may } from '@core/people/permissions'
import type { Person } from '@core/people/types'
import type { Booking } from '@core/reception'
import { enteredPersonId } from '@core/ticket/claim'
import { loadPerson, peopleOfNumber, unread } from '../people'
import type { Context, Input } from '../runtime/context'
import * as repository from './reception.repository'

/** Whom a booking is for, and who made it. */
export interface Visitor extends Pick<Booking, 'way' | 'byId' | 'visitor'> {
  person: Person
  /**
   * R-A3: whose document has the lock and the limits. Who has verified a number is locked under that number, as whoever
   * calls from it is, so that one write decides between WeChat and telephone.
   */
  keeper: Person
  /** R-A3: documents under which the same person may have a booking too; read once the lock is theirs. */
  others(): Promise<Person[]>
}

/**
 * The person themselves, or whom an operator books for on the phone and an agent in the village (R-T11).
 * @throws AppError FORBIDDEN for anybody else; INVALID_INPUT for an agent without consent
 */
export async function visitorOf(
  ctx: Context,
  named: Input<'reception.book'>['onBehalfOf'],
): Promise<Visitor> {
  if (!named) return self(ctx.person)
  const { role } = ctx.actor
  if (role !== 'operator' && role !== 'agent') throw new AppError('FORBIDDEN')
  if (role === 'agent' && !named.consent) {
    throw new AppError('INVALID_INPUT', { fields: { 'onBehalfOf.consent': '请先征得本人同意' } })
  }
  return entered(ctx, named, role === 'agent' ? 'agent' : 'phone')
}

/** In WeChat. The number's document is most often not there yet: it is made with the lock in one request. */
function self(person: Person): Visitor {
  const { phoneHash, contactHash } = person
  const keeper = phoneHash === undefined ? person : unread(enteredPersonId(phoneHash, ''))
  const others = async () => {
    if (phoneHash !== undefined) return [person]
    return contactHash === undefined ? [] : [await loadPerson(enteredPersonId(contactHash, ''))]
  }
  return { person, way: 'self', keeper, others }
}

/** R-X3: name and number are kept sealed; the person is found by the keyed hash of the number. */
export async function entered(
  { actor, vault, request }: Context,
  { name, phone }: { name?: string; phone?: string },
  way: Booking['way'],
): Promise<Visitor> {
  const phoneHash = phone === undefined ? undefined : vault.phoneHash(phone)
  const person = await loadPerson(enteredPersonId(phoneHash, request.key))
  return {
    person,
    keeper: person,
    others: async () => (phoneHash === undefined ? [] : peopleOfNumber(phoneHash)),
    way,
    byId: actor.id,
    visitor: {
      ...(name === undefined ? {} : { name: vault.seal(name) }),
      ...(phone === undefined ? {} : { phone: vault.seal(phone), phoneHash }),
    },
  }
}

/** Under which ids a person's bookings are kept: their own, and that of their verified number (R-T11). */
export const idsOf = ({ _id, phoneHash }: Person): string[] =>
  phoneHash === undefined ? [_id] : [_id, enteredPersonId(phoneHash, '')]

/**
 * The booking, if this person may do this with it: its visitor, who booked for them, or the centre.
 * @throws AppError NOT_FOUND for everybody else, as for what is not there (R-P6)
 */
export async function bookingFor(ctx: Context, bookingId: string): Promise<Booking> {
  const { actor, person, request } = ctx
  const booking = await repository.loadBooking(bookingId)
  const relations = [
    booking && idsOf(person).includes(booking.personId) && ('owner' as const),
    booking?.byId === actor.id && ('filer' as const),
    booking && booking.personId !== '' && ('centre' as const),
  ]
  const isAllowed = relations.some((relation) => relation && may(request.action, actor.role, relation))
  if (!booking || !isAllowed) throw new AppError('NOT_FOUND')
  return booking
}

/** Whether the centre acts here for somebody who has called: then the cut-off does not bind (R-A5). */
export const actsForCentre = ({ actor, person }: Context, booking: Booking): boolean =>
  actor.role === 'operator' && !idsOf(person).includes(booking.personId)
