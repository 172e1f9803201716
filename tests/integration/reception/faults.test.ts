import type { Person } from '@core/people/types'
import type { Booking } from '@core/reception'
import { CloudError } from '../../../localcloud/protocol/errors'
import { newCitizen } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'
import { daysOf, MINUTE, request } from './days'

type Fault = (body: Record<string, unknown>) => CloudError | 'drop-reply' | undefined
let fault: Fault | undefined
let county: County
beforeAll(async () => {
  county = await startCounty({ faults: { database: (body) => fault?.(body) } })
})
afterAll(() => county.close())
afterEach(() => {
  fault = undefined
})
const { newDay, dayOf, expectSound } = daysOf(() => county)

describe('a booking that breaks half way', () => {
  const BROKEN = new CloudError('SYS_ERR', 'the database is away')
  const at =
    (action: string, collection: string, how: CloudError | 'drop-reply', times = 1): Fault =>
    (body) =>
      body.action === `database.${action}` && body.collectionName === collection && times-- > 0
        ? how
        : undefined
  const STEPS: [string, string, string][] = [
    ['the lock', 'insertDocument', 'people'],
    ['the intention', 'insertDocument', 'bookings'],
    ['the seat', 'modifyDocument', 'days'],
    ['the confirmation', 'modifyDocument', 'bookings'],
  ]
  const CASES = STEPS.flatMap(([what, action, collection]) => [
    [what, 'answer lost', action, collection, 'drop-reply'] as const,
    [what, 'lost', action, collection, BROKEN] as const,
  ])

  it.each(CASES)('R-A4 %s (%s): a retry ends with one seat', async (_what, _how, action, collection, how) => {
    const [dayId, person, requestId] = [newDay(2), newCitizen(), newRequestId()]
    fault = at(action, collection, how)
    await county.as(person).call('reception.book', request(dayId), requestId)
    fault = undefined
    const { booking } = await county.as(person).ok('reception.book', request(dayId), requestId)
    expect(booking.state).toBe('booked')
    expect(dayOf(dayId).free.s1).toBe(1)
    expectSound(dayId)
  })

  it.each(CASES)(
    'R-A4 %s (%s): without a retry the clock brings it to an end',
    async (_what, _how, action, collection, how) => {
      const [dayId, person] = [newDay(), newCitizen()]
      fault = at(action, collection, how)
      await county.as(person).call('reception.book', request(dayId))
      fault = undefined
      await county.advance(2 * MINUTE)
      const bookings = county.documents<Booking>('bookings', { personId: person })
      for (const { state } of bookings) expect(['booked', 'refused']).toContain(state)
      expectSound(dayId)
      // Whatever became of it, the person can go on.
      const again = await county.as(person).call('reception.book', request(newDay()))
      if (!again.ok) expect(again.error.code).toBe('ALREADY_BOOKED')
      expectSound(dayId)
    },
  )

  it.each([
    ['the intention', 'modifyDocument', 'bookings', 1],
    ['the seat', 'modifyDocument', 'days', 1],
    ['the end', 'modifyDocument', 'bookings', 2],
  ] as const)(
    'R-A5 a cancellation that breaks at %s is finished by the clock or can be tried again',
    async (_what, action, collection, nth) => {
      const [dayId, person, requestId] = [newDay(), newCitizen(), newRequestId()]
      const { booking } = await county.as(person).ok('reception.book', request(dayId))
      let seen = 0
      fault = (body) =>
        body.action === `database.${action}` && body.collectionName === collection && ++seen === nth
          ? BROKEN
          : undefined
      await county.as(person).call('reception.cancel', { bookingId: booking.id }, requestId)
      fault = undefined
      await county.advance(2 * MINUTE)
      const answer = await county.as(person).call('reception.cancel', { bookingId: booking.id }, requestId)
      expect(answer).toMatchObject({ ok: true, data: { booking: { state: 'cancelled' } } })
      expect(dayOf(dayId).free.s1).toBe(1)
      expectSound(dayId)
    },
  )

  it('R-A3 a lock whose booking was never stored keeps nobody out, and lets nobody have two', async () => {
    const [person, requestId] = [newCitizen(), newRequestId()]
    const [lostDay, nextDay] = [newDay(), newDay()]
    fault = at('insertDocument', 'bookings', BROKEN)
    await county.as(person).call('reception.book', request(lostDay), requestId)
    fault = undefined
    const lost = county.document<Person>('people', person).locks.leader!
    await county.as(person).ok('reception.book', request(nextDay))
    // A call that took the lock and still has to store its booking can no longer do so.
    expect(county.document<Booking>('bookings', lost)).toMatchObject({ state: 'refused', personId: '' })
    // The first request comes again, late: its place has been taken.
    const late = await county.as(person).call('reception.book', request(lostDay), requestId)
    expect(late.ok).toBe(false)
    const booked = county
      .documents<Booking>('bookings', { personId: person })
      .filter(({ state }) => state === 'booked')
    expect(booked).toHaveLength(1)
    expect((await county.as(person).ok('reception.mine', {})).bookings).toHaveLength(1)
  })
})
