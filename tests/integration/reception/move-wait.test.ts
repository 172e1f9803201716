import type { SlotOffer } from '@core/contracts/reception/views'
import type { Booking } from '@core/reception'
import { newCitizen } from '../../factories/matters'
import { newRequestId, startCounty, type County } from '../harness'
import { daysOf, MINUTE, request } from './days'

/** R-A5: moving, waiting, offers; each in the real cloud, told in the inbox. */
let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
const { newDay, dayOf, expectSound } = daysOf(() => county)
const titlesOf = (personId: string) =>
  county.documents<{ title: string }>('inbox', { personId }).map(({ title }) => title)
const stateOf = (id: string) => county.document<Booking>('bookings', id).state

describe('reception.move', () => {
  it('R-A5 within a day and to another one: the old seat is free at once, and a slot that was left can be taken again', async () => {
    const [a, b, person] = [newDay(), newDay(), county.as(newCitizen())]
    const { booking } = await person.ok('reception.book', request(a))
    const to = (dayId: string, slotId: string) => ({ bookingId: booking.id, dayId, slotId })
    expect((await person.ok('reception.move', to(a, 's2'))).booking).toMatchObject({
      slotId: 's2',
      state: 'booked',
    })
    expect(dayOf(a).free).toMatchObject({ s1: 1, s2: 0 })
    await person.ok('reception.move', to(b, 's1'))
    expect([dayOf(a).free.s2, dayOf(b).free.s1]).toEqual([1, 0])
    const back = await person.ok('reception.move', to(a, 's1'))
    expect(back.booking).toMatchObject({ code: booking.code, dayId: a, slotId: 's1' })
    expect(titlesOf(person.id)).toEqual(expect.arrayContaining(['预约成功', '改期成功']))
    for (const day of [a, b]) expectSound(day)
  })

  it('R-A5 to a seat that somebody else has just taken: the old one stays, and the next free ones are offered', async () => {
    const [a, b, person] = [newDay(), newDay(), county.as(newCitizen())]
    const { booking } = await person.ok('reception.book', request(a))
    await county.as(newCitizen()).ok('reception.book', request(b))
    const wish = { bookingId: booking.id, dayId: b, slotId: 's1' }
    const refusal = await person.refused('reception.move', wish)
    expect(refusal.code).toBe('SLOT_TAKEN')
    expect((refusal.data as { others: SlotOffer[] }).others[0]).toMatchObject({ dayId: b, slotId: 's2' })
    expect(stateOf(booking.id)).toBe('booked')
    expect((await person.ok('reception.mine', {})).bookings[0]).toMatchObject({ dayId: a, slotId: 's1' })
    for (const day of [a, b]) expectSound(day)
  })

  it('a retry is the same move; another person’s booking is not there (R-P6)', async () => {
    const [a, person, requestId] = [newDay(), county.as(newCitizen()), newRequestId()]
    const { booking } = await person.ok('reception.book', request(a))
    const wish = { bookingId: booking.id, dayId: a, slotId: 's3' }
    await Promise.all([1, 2].map(() => person.call('reception.move', wish, requestId)))
    await person.ok('reception.move', wish, requestId)
    expect(dayOf(a).free).toMatchObject({ s1: 1, s3: 0 })
    expect((await county.as(newCitizen()).refused('reception.move', wish)).code).toBe('NOT_FOUND')
    expect(await person.refused('reception.move', wish)).toMatchObject({ message: '您约的就是这个时段' })
    expectSound(a)
  })
})

describe('reception.wait', () => {
  it('R-A5 a freed seat is offered in order; who does not confirm in two hours loses it to the next', async () => {
    const dayId = newDay()
    const [holder, first, second, passer] = Array.from({ length: 4 }, () => county.as(newCitizen()))
    const { booking } = await holder!.ok('reception.book', request(dayId))
    const waits = [
      await first!.ok('reception.wait', request(dayId)),
      await second!.ok('reception.wait', request(dayId)),
    ]
    expect(waits.map((each) => each.booking.state)).toEqual(['waiting', 'waiting'])
    expect((await second!.ok('reception.mine', {})).bookings[0]).toMatchObject({ ahead: 1 })

    await holder!.ok('reception.cancel', { bookingId: booking.id })
    // While somebody waits nobody else gets the seat.
    expect((await passer!.refused('reception.book', request(dayId))).code).toBe('SLOT_TAKEN')
    await county.advance(MINUTE)
    expect(waits.map((each) => stateOf(each.booking.id))).toEqual(['offered', 'waiting'])
    expect(titlesOf(first!.id)).toContain('有空位了，请确认')

    await county.advance(121 * MINUTE)
    expect(waits.map((each) => stateOf(each.booking.id))).toEqual(['lapsed', 'offered'])
    const late = await first!.refused('reception.confirm', { bookingId: waits[0]!.booking.id })
    expect(late).toMatchObject({ code: 'SLOT_TAKEN', message: '确认的时间已过，空位已让给下一位' })
    const answers = await Promise.all(
      [1, 2].map(() => second!.call('reception.confirm', { bookingId: waits[1]!.booking.id })),
    )
    expect(answers.map((answer) => answer.ok && answer.data.booking.state)).toEqual(['booked', 'booked'])
    await county.advance(MINUTE)
    expectSound(dayId)
  })

  it('R-A5 leaving the line and declining an offer give way to the next; at the cut-off the line is closed', async () => {
    const dayId = newDay()
    const [holder, first, second, third] = Array.from({ length: 4 }, () => county.as(newCitizen()))
    const { booking } = await holder!.ok('reception.book', request(dayId))
    const line = []
    for (const person of [first!, second!, third!])
      line.push((await person.ok('reception.wait', request(dayId))).booking.id)
    await first!.ok('reception.cancel', { bookingId: line[0]! })
    await holder!.ok('reception.cancel', { bookingId: booking.id })
    await county.advance(MINUTE)
    await second!.ok('reception.cancel', { bookingId: line[1]! })
    await county.advance(MINUTE)
    expect(line.map(stateOf)).toEqual(['cancelled', 'cancelled', 'offered'])
    await county.advance(dayOf(dayId).cutOff.getTime() - county.cloud.clock.now().getTime() + MINUTE)
    await county.advance(MINUTE)
    expect(stateOf(line[2]!)).toBe('lapsed')
    expect(dayOf(dayId)).toMatchObject({ free: { s1: 1 }, waiting: { s1: [] } })
    expectSound(dayId)
  })
})
