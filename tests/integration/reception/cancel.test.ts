import { newCitizen } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'
import { daysOf, MINUTE, request } from './days'

let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
const { newDay, dayOf, expectSound } = daysOf(() => county)

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
      message: '已过更改的截止时间，请电话告知中心',
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
