import type { Booking, Day } from '@core/reception'
import { demoPhoneOf } from '../../../localcloud/signin/demo-phone'
import { newCitizen, submission, submitted } from '../../factories/matters'
import { startCounty, type County } from '../harness'
import { daysOf, MINUTE, request } from './days'

/** R-A3 details and the same topic again, R-T11 bookings for others, R-A5 walk-ins, R-A6 leader away. */
let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())
const { newDay, dayOf, expectSound } = daysOf(() => county)
const operator = () => county.as('operator-1')
const bookingOf = (id: string) => county.document<Booking>('bookings', id)
const goPast = (moment: Date) =>
  county.advance(moment.getTime() - county.cloud.clock.now().getTime() + MINUTE)

it('R-A3 details are added until the cut-off: words, people, the own ticket; never another’s (R-P6) nor six people', async () => {
  const matter = await submitted(county)
  const [dayId, person] = [newDay(), county.as(matter.reporter)]
  const { id: bookingId } = (await person.ok('reception.book', request(dayId))).booking
  const details = { bookingId, words: '想问改水的事', people: 5, ticketId: matter.id }
  expect((await person.ok('reception.details', details)).booking).toMatchObject({
    words: '想问改水的事',
    people: 5,
    ticket: { id: matter.id },
  })
  expect((await person.refused('reception.details', { bookingId, people: 6 })).fields).toEqual({
    people: '最多 5 人',
  })
  const other = await submitted(county)
  expect((await person.refused('reception.details', { bookingId, ticketId: other.id })).code).toBe(
    'NOT_FOUND',
  )
  expect((await county.as(newCitizen()).refused('reception.details', details)).code).toBe('NOT_FOUND')
  await goPast(dayOf(dayId).cutOff)
  expect((await person.refused('reception.details', { bookingId, words: '再补一句' })).code).toBe(
    'BOOKING_CLOSED',
  )
})

it('R-A3 a topic of the list is not taken to a leader again within 60 days after it was received; another topic is', async () => {
  const [first, next, person] = [newDay(), newDay(), county.as(newCitizen())]
  const { id } = (await person.ok('reception.book', request(first))).booking
  // What the desk's clicks come to in the end.
  county.cloud.store.update('bookings', { _id: id }, { $set: { state: 'finished' } }, { multi: false })
  expect((await person.refused('reception.book', request(next))).message).toMatch(/这个事项不久前已经接待过/)
  const { booking: other } = await person.ok('reception.book', { ...request(next), topic: '道路' })

  // A matter that came of the reception is the same matter; overdue or done again, it may be brought once more.
  const matter = await submitted(county, {}, person.id)
  const outcome = { key: '', inputHash: '', answered: 0, tickets: [{ id: matter.id }] }
  county.cloud.store.update('bookings', { _id: id }, { $set: { outcome } }, { multi: false })
  const brought = { bookingId: other.id, ticketId: matter.id }
  expect((await person.refused('reception.details', brought)).message).toMatch(/这件事不久前已经接待过/)
  county.cloud.store.update('tickets', { _id: matter.id }, { $set: { round: 2 } }, { multi: false })
  await person.ok('reception.details', brought)
  await person.ok('reception.cancel', { bookingId: other.id })
  await person.ok('reception.book', request(next))
})

it('R-A10 a township’s receptions are shown, booked and offered where they are, not with the county’s', async () => {
  const [there, full, here, person] = [newDay(2), newDay(), newDay(), county.as(newCitizen())]
  for (const _id of [there, full])
    county.cloud.store.update('days', { _id }, { $set: { centreId: 'liulin' } }, { multi: false })
  const daysOf = async (input: { centreId?: string }) =>
    (await county.as(null).ok('open.schedule', input)).days.map(({ id }) => id)
  expect(await daysOf({ centreId: 'liulin' })).toEqual([there, full])
  expect(await daysOf({})).toContain(here)
  expect(await daysOf({})).not.toContain(there)
  await county.as(newCitizen()).ok('reception.book', request(full))
  const { data } = await person.refused('reception.book', request(full))
  const offered = (data as { others: { dayId: string }[] }).others.map(({ dayId }) => dayId)
  expect(offered).toContain(there)
  expect(offered).not.toContain(here)
  expect((await person.ok('reception.book', request(there))).booking.centreId).toBe('liulin')
})

it('R-T11 the centre books by phone, finds the booking by the number and cancels it; a citizen may not', async () => {
  const [dayId, phone] = [newDay(), '13900000123']
  const wish = { ...request(dayId), onBehalfOf: { name: '周玉兰', phone } }
  expect((await county.as(newCitizen()).refused('reception.book', wish)).code).toBe('FORBIDDEN')
  const { booking } = await operator().ok('reception.book', wish)
  expect(bookingOf(booking.id)).toMatchObject({ way: 'phone', byId: 'operator-1' })
  expect((await operator().refused('reception.book', { ...wish, slotId: 's2' })).code).toBe('ALREADY_BOOKED')
  const found = await operator().ok('reception.lookUp', { phone })
  expect(found).toMatchObject({
    noShows: 0,
    bookings: [{ id: booking.id, visitor: { name: '周**', phone: '139****0123' } }],
  })
  await operator().ok('reception.cancel', { bookingId: booking.id })
  expect(dayOf(dayId).free.s1).toBe(1)
  expectSound(dayId)
})

it('R-A3 who books in WeChat and by phone at once has one of the two, and nobody else’s number is theirs', async () => {
  for (const known of ['verified', 'left with a matter']) {
    const [dayId, otherDay, person] = [newDay(5), newDay(5), county.as(newCitizen())]
    const phone = demoPhoneOf(person.id)
    if (known === 'verified') await person.ok('people.verifyPhone', { code: `phone:${person.id}:1` })
    else await person.ok('ticket.submit', submission({ contact: { name: '周玉兰', phone } }))
    const byPhone = { ...request(otherDay), onBehalfOf: { name: '周玉兰', phone } }
    const [own, called] = await Promise.all([
      person.call('reception.book', request(dayId)),
      operator().call('reception.book', byPhone),
    ])
    expect([own, called].filter(({ ok }) => ok).length).toBeLessThanOrEqual(1)
    const active = () =>
      operator()
        .ok('reception.lookUp', { phone })
        .then(({ bookings }) => bookings.filter(({ state }) => state === 'booked'))
    expect((await active()).length).toBe([own, called].filter(({ ok }) => ok).length)

    for (const { id } of await active()) await operator().ok('reception.cancel', { bookingId: id })
    const again = await operator().ok('reception.book', byPhone)
    expect((await person.refused('reception.book', request(dayId))).code).toBe('ALREADY_BOOKED')
    const found = await operator().ok('reception.lookUp', { code: again.booking.code })
    expect(found.bookings).toMatchObject([{ id: again.booking.id, canCancel: true }])
    await operator().ok('reception.cancel', { bookingId: again.booking.id })
    await person.ok('reception.book', request(dayId))
    expect((await operator().refused('reception.book', byPhone)).code).toBe('ALREADY_BOOKED')
    const other = { ...byPhone, onBehalfOf: { name: '李四', phone: demoPhoneOf(newCitizen()) } }
    await operator().ok('reception.book', other)
    for (const day of [dayId, otherDay]) expectSound(day)
  }
})

it('R-A5 after the cut-off the desk gives what is free to who walks in, and no more than that', async () => {
  const dayId = newDay()
  const walkIn = { ...request(dayId), visitor: { name: '老周' } }
  expect((await operator().refused('reception.walkIn', walkIn)).message).toBe(
    '预约还没有截止，请按电话预约登记',
  )
  await goPast(dayOf(dayId).cutOff)
  const answers = await Promise.all([1, 2, 3].map(() => operator().call('reception.walkIn', walkIn)))
  expect(answers.filter(({ ok }) => ok)).toHaveLength(1)
  expectSound(dayId)
})

it('R-A6 another leader, another date: everybody keeps their place, is told, and may choose again until it begins', async () => {
  const [dayId, person, waiter] = [newDay(), county.as(newCitizen()), county.as(newCitizen())]
  const { id: bookingId } = (await person.ok('reception.book', request(dayId))).booking
  await waiter.ok('reception.wait', request(dayId))
  const swap = { dayId, leaderId: 'leader-2', reason: '临时外出开会' }
  await operator().ok('reception.swapLeader', swap)
  expect((await operator().refused('reception.swapLeader', swap)).message).toBe(
    '接待的就是这位领导，请另选一位',
  )
  const date = new Date(dayOf(dayId).cutOff.getTime() + 30 * 24 * 60 * MINUTE).toISOString().slice(0, 10)
  await operator().ok('reception.moveDay', { dayId, date, reason: '会议延期' })
  await county.advance(MINUTE)
  expect(bookingOf(bookingId)).toMatchObject({
    state: 'booked',
    day: { leaderName: '韩卓', date },
    released: true,
  })
  const titles = (personId: string) =>
    county.documents<{ title: string }>('inbox', { personId }).map(({ title }) => title)
  for (const { id } of [person, waiter]) expect(titles(id)).toContain('接待时间有调整')
  // After the cut-off, but before it begins.
  await goPast(dayOf(dayId).cutOff)
  expect((await person.ok('reception.cancel', { bookingId })).booking.state).toBe('cancelled')
  expect(county.document<Day>('days', dayId).changes).toHaveLength(2)
  expectSound(dayId)
})
