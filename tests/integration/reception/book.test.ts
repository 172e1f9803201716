import type { SlotOffer } from '@core/contracts/reception/views'
import type { Person } from '@core/people/types'
import type { Booking, Day } from '@core/reception'
import { CloudError } from '../../../localcloud/protocol/errors'
import { newCitizen } from '../../factories/matters'
import { receptionDay } from '../../factories/reception'
import { newRequestId, startCounty, type County } from '../harness'

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

const MINUTE = 60_000
let days = 0
/** A day of its own for each test. */
function newDay(capacity = 1): string {
  const id = `day-${++days}`
  const date = new Date(Date.UTC(2026, 11, days)).toISOString().slice(0, 10)
  county.cloud.store.import('days', [receptionDay(id, date, { capacity })] as never)
  return id
}
const request = (dayId: string, slotId = 's1') => ({ dayId, slotId, topic: '供水' })
const dayOf = (id: string) => county.document<Day>('days', id)

/** What must hold for a day at rest: seats and free places add up, and nobody has two. */
function expectSound(dayId: string): void {
  const { slots, free, seats } = dayOf(dayId)
  for (const { id, capacity } of slots) {
    const taken = Object.values(seats[id] ?? {}).filter(({ state }) => state === 'booked')
    expect(free[id]! + taken.length).toBe(capacity)
    expect(free[id]).toBeGreaterThanOrEqual(0)
  }
  const bookings = county.documents<Booking>('bookings', { dayId })
  for (const { _id, slotId, state } of bookings) {
    const seat = seats[slotId]?.[_id]?.state
    if (state === 'booked') expect(seat).toBe('booked')
    if (state === 'refused' || state === 'cancelled') expect(seat ?? 'void').toBe('void')
  }
}

describe('reception.book', () => {
  it('R-A3 books a seat with one tap and a topic', async () => {
    const [dayId, person] = [newDay(), newCitizen()]
    const { booking } = await county
      .as(person)
      .ok('reception.book', { ...request(dayId), words: '想问改水的事', people: 2 })
    expect(booking).toMatchObject({
      state: 'booked',
      topic: '供水',
      people: 2,
      canCancel: true,
      leaderName: '林若平',
    })
    expect(booking.code).toMatch(/^\d{6}$/)
    expect(dayOf(dayId).free.s1).toBe(0)
    expect((await county.as(person).ok('reception.mine', {})).bookings.map(({ id }) => id)).toEqual([
      booking.id,
    ])
    const [notice] = county.documents<{ title: string; words: string }>('inbox', { personId: person })
    expect(notice).toMatchObject({ title: '预约成功' })
    expect(notice!.words).toContain(booking.code)
    expectSound(dayId)
  })

  it('R-A4 the last seat: of two at once one gets it, the other gets the next free ones', async () => {
    for (let round = 0; round < 5; round++) {
      const dayId = newDay()
      const answers = await Promise.all(
        [newCitizen(), newCitizen()].map((person) =>
          county.as(person).call('reception.book', request(dayId)),
        ),
      )
      const lost = answers.find(({ ok }) => !ok)
      expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
      if (!lost || lost.ok) throw new Error('nobody lost')
      expect(lost.error).toMatchObject({ code: 'SLOT_TAKEN', message: '这个时段刚刚约满，请看看别的时段' })
      const { others } = lost.error.data as { others: SlotOffer[] }
      expect(others.length).toBeGreaterThan(0)
      for (const { dayId: other, slotId, free } of others) expect(dayOf(other).free[slotId]).toBe(free)
      expectSound(dayId)
    }
  })

  it('R-A4 thirty people for five seats: five get one, and every seat is taken', async () => {
    const dayId = newDay(5)
    const answers = await Promise.all(
      Array.from({ length: 30 }, () => county.as(newCitizen()).call('reception.book', request(dayId))),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(5)
    expect(dayOf(dayId).free.s1).toBe(0)
    expectSound(dayId)
  })

  it('R-A3 one active booking per person and kind, also when two are asked for at once', async () => {
    const [a, b, person] = [newDay(), newDay(), newCitizen()]
    const answers = await Promise.all(
      [a, b].map((dayId) => county.as(person).call('reception.book', request(dayId))),
    )
    expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
    expect(await county.as(person).refused('reception.book', request(newDay()))).toMatchObject({
      code: 'ALREADY_BOOKED',
    })
    const booked = county
      .documents<Booking>('bookings', { personId: person })
      .filter(({ state }) => state === 'booked')
    expect(booked).toHaveLength(1)
    for (const dayId of [a, b]) expectSound(dayId)
  })

  it('books again after the first one is over', async () => {
    const person = newCitizen()
    const first = newDay()
    await county.as(person).ok('reception.book', request(first))
    const moment = dayOf(first).slots[0]!.to.getTime() - county.cloud.clock.now().getTime() + MINUTE
    county.cloud.clock.advance(moment)
    expect((await county.as(person).call('reception.book', request(newDay()))).ok).toBe(true)
    county.cloud.clock.advance(-moment)
  })

  it('the same request is the same booking; for another seat it is refused', async () => {
    const [dayId, person, requestId] = [newDay(), newCitizen(), newRequestId()]
    const answers = await Promise.all(
      [1, 2, 3].map(() => county.as(person).ok('reception.book', request(dayId), requestId)),
    )
    expect(new Set(answers.map(({ booking }) => booking.id)).size).toBe(1)
    expect(await county.as(person).refused('reception.book', request(dayId, 's2'), requestId)).toMatchObject({
      code: 'REQUEST_REUSED',
    })
    expect(dayOf(dayId).free).toMatchObject({ s1: 0, s2: 1 })
    expectSound(dayId)
  })

  it.each([
    ['a day that is over for booking', 'closed', 's1', 'BOOKING_CLOSED'],
    ['a day that is not published', 'hidden', 's1', 'NOT_FOUND'],
    ['a slot that the day does not have', 'd1', 's9', 'NOT_FOUND'],
    ['a slot with the name of something else', 'd1', 'constructor', 'NOT_FOUND'],
  ])('R-A5 refuses %s', async (_what, dayId, slotId, code) => {
    const before = county.dump()
    expect(await county.as(newCitizen()).refused('reception.book', request(dayId, slotId))).toMatchObject({
      code,
    })
    expect(county.dump()).toBe(before)
  })

  it('R-X4 the 31st attempt within ten minutes is too many', async () => {
    const [person, full] = [newCitizen(), newDay()]
    await county.as(newCitizen()).ok('reception.book', request(full))
    for (let n = 0; n < 30; n++) {
      expect((await county.as(person).refused('reception.book', request(full))).code).toBe('SLOT_TAKEN')
    }
    expect((await county.as(person).refused('reception.book', request(full))).code).toBe('RATE_LIMITED')
  })
})

describe('reception.cancel', () => {
  it('R-A5 gives the seat back at once, and somebody else gets it', async () => {
    const [dayId, person] = [newDay(), newCitizen()]
    const { booking } = await county.as(person).ok('reception.book', request(dayId))
    const cancelled = await county.as(person).ok('reception.cancel', { bookingId: booking.id })
    expect(cancelled.booking).toMatchObject({ state: 'cancelled', canCancel: false })
    expect(dayOf(dayId).free.s1).toBe(1)
    await county.as(newCitizen()).ok('reception.book', request(dayId))
    await county.as(person).ok('reception.book', request(newDay()))
    expectSound(dayId)
  })

  it('a retry is answered alike; another cancellation finds it gone', async () => {
    const [dayId, person, requestId] = [newDay(), newCitizen(), newRequestId()]
    const { booking } = await county.as(person).ok('reception.book', request(dayId))
    const cancel = { bookingId: booking.id }
    const answers = await Promise.all(
      [1, 2].map(() => county.as(person).call('reception.cancel', cancel, requestId)),
    )
    expect(answers.map(({ ok }) => ok)).toEqual([true, true])
    expect(await county.as(person).refused('reception.cancel', cancel)).toMatchObject({ code: 'WRONG_STATE' })
    expect(dayOf(dayId).free.s1).toBe(1)
    expectSound(dayId)
  })

  it('R-A5 not after 17:00 the day before', async () => {
    const [dayId, person] = [newDay(), newCitizen()]
    const { booking } = await county.as(person).ok('reception.book', request(dayId))
    const wait = booking.cutOff - county.cloud.clock.now().getTime() + MINUTE
    county.cloud.clock.advance(wait)
    expect(await county.as(person).refused('reception.cancel', { bookingId: booking.id })).toMatchObject({
      code: 'BOOKING_CLOSED',
      message: '已过取消的截止时间，请电话告知中心',
    })
    county.cloud.clock.advance(-wait)
  })

  it('booking and cancelling wildly at once leaves every seat accounted for', async () => {
    const dayId = newDay(2)
    const people = Array.from({ length: 6 }, newCitizen)
    await Promise.all(
      people.map(async (person, n) => {
        for (let round = 0; round < 4; round++) {
          const answer = await county.as(person).call('reception.book', request(dayId, n % 2 ? 's1' : 's2'))
          if (answer.ok) await county.as(person).ok('reception.cancel', { bookingId: answer.data.booking.id })
        }
      }),
    )
    expect(dayOf(dayId).free).toMatchObject({ s1: 2, s2: 2 })
    expectSound(dayId)
  })
})

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

it('R-A5 a booking is recalled the day before and two hours before, once each', async () => {
  const fresh = await startCounty()
  try {
    const person = newCitizen()
    await fresh.as(person).ok('reception.book', request('d2'))
    const titles = () =>
      fresh
        .documents<{ title: string }>('inbox', { personId: person })
        .map(({ title }) => title)
        .sort()
    const from = new Date('2026-11-27T09:00:00+08:00').getTime()
    const goTo = async (moment: number) => {
      await fresh.advance(moment - fresh.cloud.clock.now().getTime())
      await fresh.advance(MINUTE)
    }
    await goTo(from - 25 * 60 * MINUTE)
    expect(titles()).toEqual(['预约成功'])
    await goTo(from - 24 * 60 * MINUTE)
    expect(titles()).toEqual(['明天有您的预约', '预约成功'])
    await goTo(from - 120 * MINUTE)
    await goTo(from - 60 * MINUTE)
    expect(titles()).toEqual(['接待快开始了', '明天有您的预约', '预约成功'].sort())
  } finally {
    await fresh.close()
  }
})
