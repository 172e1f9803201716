import type { DeskView } from '@core/contracts/reception/desk-views'
import type { Person } from '@core/people/types'
import type { Booking, Day } from '@core/reception'
import type { Ticket } from '@core/ticket/types'
import { newCitizen, submission } from '../../factories/matters'
import { receptionDay } from '../../factories/reception'
import { newRequestId, startCounty, type County } from '../harness'
import { MINUTE } from './days'

const HOUR = 60 * MINUTE
/** The morning of the reception: the county's clock stands at 09:00 on 24 November. */
const DAYS = 86_400_000
let county: County
beforeAll(async () => {
  county = await startCounty()
})
afterAll(() => county.close())

const operator = () => county.as('operator-1')
const dayOf = (id: string) => county.document<Day>('days', id)
let made = 0

/** A day in three days with these many visitors on its first slots, and the clock moved to its morning. */
async function morning(visitors: number, more: Partial<Day> = {}) {
  const id = `desk-${++made}`
  const date = new Date(county.cloud.clock.now().getTime() + 3 * DAYS + 8 * HOUR).toISOString().slice(0, 10)
  county.cloud.store.import('days', [receptionDay(id, date, { capacity: 5, ...more })])
  const people: { person: string; booking: { id: string; code: string } }[] = []
  for (let n = 0; n < visitors; n++) {
    const person = newCitizen()
    const { booking } = await county
      .as(person)
      .ok('reception.book', { dayId: id, slotId: `s${n + 1}`, topic: '供水', words: '电话 13900001111' })
    people.push({ person, booking })
  }
  const start = dayOf(id).slots[0]!.from.getTime()
  county.cloud.clock.advance(start - county.cloud.clock.now().getTime())
  return { id, people }
}
const step = (dayId: string, what: 'open' | 'callNext' | 'finish' | 'noShow' | 'close', bookingId?: string) =>
  operator().ok('reception.deskStep', { dayId, step: what, ...(bookingId ? { bookingId } : {}) })
const checkIn = (code: string) => operator().ok('reception.checkIn', { code })
const bookingOf = (id: string) => county.document<Booking>('bookings', id)
const answered = {
  words: '村口停水三天',
  confidential: false,
  result: 'answered' as const,
  said: '今天下午就派人去修。',
}
const instructed = { ...answered, result: 'instructed' as const, said: '请水务局三天内修好，结果报我。' }

describe('the desk', () => {
  it('R-A7 check-in by code or QR, call, finish; visitors see it, the screen shows numbers', async () => {
    const { id, people } = await morning(3)
    const [a, b, c] = people
    expect((await checkIn(b!.booking.code)).number).toBe(1)
    expect((await checkIn(a!.booking.id)).number).toBe(2)
    await step(id, 'open')
    const { desk } = await step(id, 'callNext')
    // By the time that was promised, not by who was first at the desk.
    expect(desk).toMatchObject({
      serving: a!.booking.id,
      next: b!.booking.id,
      day: { waiting: 1, booked: 3 },
    })
    expect(JSON.stringify(desk)).not.toContain(a!.person)
    expect((await county.as(a!.person).ok('reception.mine', {})).bookings[0]!.state).toBe('serving')
    const screen = await county.as(null).ok('open.screen', {})
    expect(screen.today).toContainEqual(
      expect.objectContaining({ state: 'open', serving: 2, waiting: [1], served: 0 }),
    )

    await step(id, 'finish', a!.booking.id)
    expect(await operator().refused('reception.checkIn', { code: a!.booking.code })).toMatchObject({
      message: '这个预约号已经用过，接待已结束',
    })
    county.cloud.clock.advance(70 * MINUTE)
    await step(id, 'callNext')
    await step(id, 'finish', b!.booking.id)
    const end = await step(id, 'close')
    expect(end.desk.visitors.map(({ state }) => state)).toEqual(['finished', 'finished', 'noShow'])
    expect(end.desk.day).toMatchObject({ served: 2, unrecorded: 2, closedAt: expect.any(Number) })
    expect(bookingOf(c!.booking.id).state).toBe('noShow')
    // What has been received must be written down: it stays on the operator's list.
    county.cloud.clock.advance(DAYS)
    const { days } = await operator().ok('reception.today', {})
    expect(days.find((day) => day.id === id)).toMatchObject({ unrecorded: 2 })
  })

  it('R-A7 two clerks at once do no harm: one visitor is called once, one code is used once', async () => {
    const { id, people } = await morning(2)
    const code = people[0]!.booking.code
    const twice = await Promise.all(
      ['operator-1', 'operator-2'].map((who) => county.as(who).call('reception.checkIn', { code })),
    )
    expect(twice.filter(({ ok }) => ok)).toHaveLength(1)
    await checkIn(people[1]!.booking.code)
    await step(id, 'open')
    const calls = await Promise.all(
      ['operator-1', 'operator-2'].map((who) =>
        county.as(who).call('reception.deskStep', { dayId: id, step: 'callNext' }),
      ),
    )
    expect(calls.filter(({ ok }) => ok)).toHaveLength(1)
    const states = Object.values(dayOf(id).desk).map(({ state }) => state)
    expect(states.sort()).toEqual(['arrived', 'serving'])
    // A clerk whose answer was lost tries again and is answered alike.
    const requestId = newRequestId()
    const serving = Object.entries(dayOf(id).desk).find(([, { state }]) => state === 'serving')![0]
    const finish = { dayId: id, step: 'finish' as const, bookingId: serving }
    const [first, again] = [
      await operator().ok('reception.deskStep', finish, requestId),
      await operator().ok('reception.deskStep', finish, requestId),
    ]
    expect(again.desk.day.served).toBe(first.desk.day.served)
  })

  it('R-A7 a forged code, one of another day, a cancelled one, a foreign desk: clear words, nothing changed', async () => {
    const { id, people } = await morning(1)
    const refused = async (code: string) => (await operator().refused('reception.checkIn', { code })).message
    const other = newCitizen()
    const later = new Date(county.cloud.clock.now().getTime() + 5 * DAYS).toISOString().slice(0, 10)
    county.cloud.store.import('days', [receptionDay(`later-${made}`, later)])
    const { booking } = await county
      .as(other)
      .ok('reception.book', { dayId: `later-${made}`, slotId: 's3', topic: '道路' })
    const before = county.dump()
    expect(await refused('000000')).toBe('没有这个预约号，请核对后再输')
    expect(await refused('0'.repeat(32))).toBe('没有这个预约号，请核对后再输')
    expect(await refused(booking.id)).toMatch(/^这个预约是 \d+月\d+日 09:40 的，不是今天$/)
    expect(county.dump()).toBe(before)
    for (const who of [people[0]!.person, 'handler-water', 'supervisor-1', 'leader-2']) {
      expect(['FORBIDDEN', 'NOT_FOUND']).toContain(
        (await county.as(who).refused('reception.desk', { dayId: id })).code,
      )
    }
    await county.as('leader-1').ok('reception.desk', { dayId: id })
    await county.as(other).ok('reception.cancel', { bookingId: booking.id })
    expect(await refused(booking.id)).toContain('没有座位')
  })
})

describe('what comes of a reception', () => {
  const serve = async (
    visitors: number,
  ): Promise<{ id: string; people: Awaited<ReturnType<typeof morning>>['people'] }> => {
    const day = await morning(visitors)
    for (const { booking } of day.people) await checkIn(booking.code)
    await step(day.id, 'open')
    return day
  }
  const record = (bookingId: string, matters: (typeof answered | typeof instructed)[], requestId?: string) =>
    operator().ok('reception.outcome', { bookingId, matters }, requestId)

  it('R-A9 answered on the spot, and for the leader’s written instruction; the visitor follows and rates both', async () => {
    const { id, people } = await serve(1)
    const [{ person, booking }] = people as [(typeof people)[0]]
    await step(id, 'callNext')
    const requestId = newRequestId()
    const answer = await record(booking.id, [answered, instructed], requestId)
    expect(answer.numbers).toHaveLength(2)
    expect((await record(booking.id, [answered, instructed], requestId)).numbers).toEqual(answer.numbers)
    expect(
      await operator().refused('reception.outcome', { bookingId: booking.id, matters: [answered] }),
    ).toMatchObject({
      message: expect.stringContaining('已经登记'),
    })
    await step(id, 'finish', booking.id)

    const mine = (await county.as(person).ok('reception.mine', {})).bookings[0]!
    const [spot, written] = mine.tickets!.map(({ id: ticketId }) =>
      county.document<Ticket>('tickets', ticketId),
    )
    expect(spot).toMatchObject({
      channel: 'reception',
      status: 'awaitingRating',
      reporter: { personId: person },
    })
    expect(written).toMatchObject({
      channel: 'reception',
      status: 'awaitingInstruction',
      major: { leaderId: 'leader-1' },
    })
    // What was said is what the leader signs: their form begins with it.
    const { ticket: waiting } = await county.as('leader-1').ok('ticket.get', { ticketId: written!._id })
    expect(waiting.toSign).toMatchObject({ said: instructed.said })
    const { ticket } = await county.as('leader-1').ok('ticket.instruct', {
      ticketId: written!._id,
      words: waiting.toSign!.said!,
      leadUnitId: 'water',
      coUnitIds: [],
    })
    expect(ticket).toMatchObject({ status: 'dispatched', leadUnitId: 'water' })

    expect(mine.canRate).toBe(true)
    const rating = { bookingId: booking.id, listened: 'satisfied' as const, attitude: 'basic' as const }
    expect((await county.as(person).ok('reception.rate', rating)).booking).toMatchObject({
      canRate: false,
      rating: { listened: 'satisfied' },
    })
    expect(
      await county.as(person).refused('reception.rate', { ...rating, listened: 'dissatisfied' }),
    ).toMatchObject({
      code: 'WRONG_STATE',
    })
    expect(await county.as(newCitizen()).refused('reception.rate', rating)).toMatchObject({
      code: 'NOT_FOUND',
    })
    expect(dayOf(id).desk[booking.id]).toMatchObject({
      outcome: { tickets: 2, answered: 1 },
      rating: { listened: 'satisfied', attitude: 'basic' },
    })
    await step(id, 'close').catch(() => county.cloud.clock.advance(HOUR))
    const { leaders } = await county.as(null).ok('open.keeping', {})
    expect(leaders[0]).toMatchObject({ name: '林若平', visitors: expect.any(Number) })
    expect(leaders[0]!.kept).toBeGreaterThan(0)
  })

  it('R-A9 of two clerks one records it; what a decision refuses leaves nothing behind', async () => {
    const { id, people } = await serve(1)
    const bookingId = people[0]!.booking.id
    await step(id, 'callNext')
    const before = county.documents<Ticket>('tickets', { channel: 'reception' }).length
    // A confidential matter for the leader needs a summary (R-P5).
    const refused = await operator().refused('reception.outcome', {
      bookingId,
      matters: [answered, { ...instructed, confidential: true }],
    })
    expect(refused.message).toContain('转办摘要')
    expect(bookingOf(bookingId)).not.toHaveProperty('outcome')
    const both = await Promise.all(
      ['operator-1', 'operator-2'].map((who) =>
        county.as(who).call('reception.outcome', { bookingId, matters: [answered] }),
      ),
    )
    expect(both.filter(({ ok }) => ok)).toHaveLength(1)
    expect(county.documents<Ticket>('tickets', { channel: 'reception' })).toHaveLength(before + 1)
  })

  it('R-A8 the brief tells the leader what each comes about and where their matters stand, and no confidential one', async () => {
    const { id, people } = await morning(1)
    const { person } = people[0]!
    const open = await county
      .as(person)
      .ok('ticket.submit', submission({ contact: { name: '张三', phone: '13900002222' } }))
    const hidden = await county.as(person).ok('ticket.submit', submission({ confidential: true }))
    for (const who of ['leader-1', 'operator-1']) {
      const { visitors } = await county.as(who).ok('reception.brief', { dayId: id })
      const text = JSON.stringify(visitors)
      expect(visitors).toMatchObject([{ topic: '供水', tickets: [{ number: open.number }] }])
      for (const secret of [hidden.number, '13900001111', '13900002222', '张三', person]) {
        expect(text).not.toContain(secret)
      }
    }
    expect((await county.as('head-water').refused('reception.brief', { dayId: id })).code).toBe('NOT_FOUND')
  })
})

it('R-A7, R-A5 a day nobody closed is settled by the clock in the night, once: received, not called, not come', async () => {
  const { id, people } = await morning(3)
  const [served, waits, away] = people
  for (const { booking } of [served!, waits!]) await checkIn(booking.code)
  await step(id, 'open')
  await step(id, 'callNext')
  await county.advance(16 * HOUR)
  const states = () => [served, waits, away].map(({ booking } = away!) => bookingOf(booking.id).state)
  expect(states()).toEqual(['finished', 'unserved', 'noShow'])
  expect(dayOf(id)).toMatchObject({ closedAt: expect.any(Date) })
  const titles = county.documents<{ title: string }>('inbox', { personId: waits!.person })
  expect(titles.map(({ title }) => title)).toContain('这次没有接待到您')
  expect(county.document<Person>('people', away!.person).noShows).toEqual([away!.booking.id])
  await county.as(waits!.person).ok('reception.mine', {})
  const { version } = dayOf(id)
  await county.advance(24 * HOUR)
  expect(dayOf(id).version).toBe(version)
  // What was received must still be written down, also days later.
  await operator().ok('reception.outcome', { bookingId: served!.booking.id, matters: [answered] })
})

it('R-G3 nothing personal is in what the screen and the public pages are sent', async () => {
  const { id, people } = await morning(2)
  for (const { booking } of people) await checkIn(booking.code)
  await step(id, 'open')
  const { desk }: { desk: DeskView } = await step(id, 'callNext')
  // A moment in milliseconds may hold the digits of a code by chance.
  const screen = JSON.stringify(await county.as(null).ok('open.screen', {})).replace(/\b\d{13}\b/g, '')
  expect(screen).toContain('"serving":')
  const secrets = [
    id,
    'leader-1',
    '供水',
    ...people.flatMap(({ person, booking }) => [person, booking.id, booking.code]),
    ...desk.visitors.map(({ topic }) => topic),
  ]
  for (const secret of secrets) expect(screen).not.toContain(secret)
})
