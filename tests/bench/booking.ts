/**
 * `npm run bench:booking` (R-A4): bookings per second with 1, 20 and 200 people at once, for 1, 5 and 20 seats a slot.
 * One JSON line each; `oversold` and `undersold` are counted from the stored documents afterwards. Nothing here passes
 * or fails by time.
 */
import { receptionDay } from '../factories/reception'
import type { Day } from '../../core/reception/types'
import { startBenchCloud } from './cloud'

const PEOPLE = [1, 20, 200]
const CAPACITIES = [1, 5, 20]
/** Few people at once book several times this many one after the other, so that there is something to measure. */
const LEAST = 40
const SLOTS = 20
/** Enough calls that every instance of a function has seen the days before the clock runs. */
const WARM = 24

type Bench = Awaited<ReturnType<typeof startBenchCloud>>

async function main(): Promise<void> {
  const needed = CAPACITIES.length * PEOPLE.reduce((sum, people) => sum + Math.max(people, LEAST), 0)
  const cloud = await startBenchCloud(needed + 1)
  try {
    await cloud.signIn(cloud.citizens)
    const [first, ...citizens] = cloud.citizens
    for (const capacity of CAPACITIES) {
      for (const people of PEOPLE) {
        const bookers = citizens.splice(0, Math.max(people, LEAST))
        console.log(JSON.stringify(await measure(cloud, first!, bookers, people, capacity)))
      }
    }
  } finally {
    await cloud.close()
  }
}

/** Everybody wants a seat, and there are exactly as many: on each slot as many people at once as it has seats. */
async function measure(cloud: Bench, first: string, bookers: string[], people: number, capacity: number) {
  const perDay = SLOTS * capacity
  const days = Array.from({ length: Math.ceil(bookers.length / perDay) }, (_, n) =>
    dayOf(people, capacity, n),
  )
  cloud.store.import('days', days as never)
  const warm = days.flatMap(({ _id }) => Array.from({ length: WARM }, () => _id))
  await Promise.all(
    warm.map((dayId) => cloud.call(first, 'reception.book', wish(dayId, 'none')).catch(() => {})),
  )

  cloud.calls.length = 0
  const queue = bookers.map((person, n) => {
    const { _id, slots } = days[Math.floor(n / perDay)]!
    return { person, dayId: _id, slotId: slots[Math.floor((n % perDay) / capacity)]!.id }
  })
  const started = performance.now()
  const caller = async () => {
    for (let next = queue.shift(); next; next = queue.shift())
      await cloud.call(next.person, 'reception.book', wish(next.dayId, next.slotId))
  }
  await Promise.all(Array.from({ length: people }, caller))
  const seconds = (performance.now() - started) / 1000

  // The middle one: once a minute each instance also reads knowledge and plans, which is not what a booking costs.
  const requests = cloud.calls
    .filter(({ action, code }) => action === 'reception.book' && code === 'OK')
    .map(({ database }) => database)
    .sort((a, b) => a - b)
  return {
    people,
    capacity,
    perSecond: Math.round(bookers.length / seconds),
    requestsPerBooking: requests[Math.floor(requests.length / 2)],
    ...soldOf(cloud, days, bookers.length),
  }
}

const wish = (dayId: string, slotId: string) => ({ dayId, slotId, topic: '供水' })

function dayOf(people: number, capacity: number, n: number): Day {
  const id = `bench-${people}-${capacity}-${n}`
  const date = new Date(Date.now() + (7 + n) * 86_400_000).toISOString().slice(0, 10)
  const plain = receptionDay(id, date)
  const slots = Array.from({ length: SLOTS }, (_, slot) => ({
    ...plain.slots[0]!,
    id: `s${slot + 1}`,
    capacity,
  }))
  const perSlot = <T>(value: () => T) => Object.fromEntries(slots.map((slot) => [slot.id, value()]))
  return {
    ...plain,
    slots,
    free: perSlot(() => capacity),
    seats: perSlot(() => ({})),
    waiting: perSlot(() => []),
  }
}

/** Seats given out beyond what there are, and bookings that have none, as the stored documents say. */
function soldOf(cloud: Bench, days: readonly Day[], wanted: number) {
  let oversold = 0
  let sold = 0
  for (const { _id } of days) {
    const [text] = cloud.store.find('days', { query: { _id } })
    const { slots, seats } = JSON.parse(text!) as Day
    for (const { id, capacity } of slots) {
      const taken = Object.values(seats[id]!).filter(({ state }) => state === 'booked').length
      oversold += Math.max(0, taken - capacity)
      sold += taken
    }
  }
  return { oversold, undersold: Math.max(0, wanted - sold) }
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
