import type { App } from '../host'
import { startPhones, type Phones } from '../support/phones'

/** Booking a seat with a leader, losing a race for one, and giving it back. */
let phones: Phones

beforeAll(async () => {
  phones = await startPhones()
}, 60_000)

afterAll(() => phones.close())

/** The next day on which this leader receives and can still be booked. */
function nextDayOf(leaderName: string): string {
  const { store, clock } = phones.cloud
  const now = clock.now()
  const [day] = store
    .find('days', {
      query: { leaderName, cutOff: { $gt: now } },
      order: { sortKey: 1 },
      limit: 1,
    })
    .map((text) => JSON.parse(text) as { date: string })
  if (!day) throw new Error(`${leaderName} has no day ahead`)
  return day.date
}

async function chooseSlot(citizen: App, date: string, hour: string): Promise<void> {
  await citizen.open(`/pages/reception/index?date=${date}`)
  await citizen.tap(`[role="button"][aria-label^="${hour}"]`)
  await citizen.waitForText('预约这个时段')
}

async function book(citizen: App): Promise<void> {
  await citizen.tap('其他')
  await citizen.tap('预约这个时段')
}

it('R-A3, R-A5: a slot with one tap and a topic, seen under mine, cancelled, free again', async () => {
  const date = nextDayOf('周明远')
  const citizen = await phones.start('citizen-1')
  await citizen.tap('预约县领导')
  await citizen.waitForRoute('pages/reception/index')
  await chooseSlot(citizen, date, '09:00')
  await citizen.tap('预约这个时段')
  await citizen.waitForText('请选一个事项，或写几个字')
  await book(citizen)
  await citizen.waitForRoute('pages/bookings/index')
  await citizen.waitForText('到场报这个号码')

  // One at a time (R-A3): the second is refused in words, with the way to the first.
  await chooseSlot(citizen, date, '09:30')
  await book(citizen)
  await citizen.tap('看我的预约')
  await citizen.waitForRoute('pages/bookings/index')

  await citizen.tap('取消预约')
  await citizen.tap('取消这个预约')
  await citizen.waitForText('已取消')
  expect(citizen.has('到场报这个号码')).toBe(false)
  await citizen.open(`/pages/reception/index?date=${date}`)
  await citizen.waitForText('余 10 个名额')
}, 60_000)

it('R-A4: who comes second is offered the next free seats and takes one', async () => {
  const date = nextDayOf('林若平')
  const [first, second] = await Promise.all([phones.start('citizen-2'), phones.start('citizen-3')])
  await chooseSlot(first, date, '09:00')
  await chooseSlot(second, date, '09:00')
  await book(first)
  await first.waitForText('到场报这个号码')
  await book(second)
  await second.waitForText('下面这些还有空位')
  await second.tap('09:30–10:00 林若平', { nth: 0 })
  await second.waitForGone('下面这些还有空位')
  await second.tap('预约这个时段')
  await second.waitForRoute('pages/bookings/index')
  await second.waitForText('09:30–10:00')
}, 60_000)
