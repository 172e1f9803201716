import type { SlotOffer } from '@core/contracts/reception/views'
import type { Booking } from '@core/reception'
import { newCitizen } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'
import { daysOf, MINUTE, request } from './days'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
const { newDay, dayOf, expectSound } = daysOf(() => county)

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
