import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import type { Person } from '@core/people/types'
import type { Ticket } from '@core/ticket/types'
import type { Tally } from '@server/clock/clock.service'
import { seedDemo } from '../../demo'
import { citizenPhone, people } from '../../demo/county/people'
import { startCounty, type County } from './harness'

/** The functions on the demo county: two months of matters, as `npm start` shows them. */
let county: County
let tickets: Ticket[]

beforeAll(async () => {
  const key = (fill: number) => Buffer.alloc(32, fill).toString('base64')
  const secrets = { MINSHENG_SECRET_ENC: key(1), MINSHENG_SECRET_HMAC: key(2) }
  county = await startCounty({ seed: false, functionEnv: secrets })
  const { store, storage, clock } = county.cloud
  await seedDemo({ store, storage, clock: () => clock.now(), secrets, progress: () => {} }, { empty: false })
  tickets = county.documents<Ticket>('tickets', {})
}, 120_000)
afterAll(() => county.close())

const filesIn = (folder: string): string[] =>
  readdirSync(folder).flatMap((name) => {
    const path = join(folder, name)
    return statSync(path).isDirectory() ? filesIn(path) : [path]
  })

it('three days later the clock has much to do, does it all without a failure, and then rests', async () => {
  const [[first]] = [await county.advance(3 * 86_400_000), await county.advance(60_000)]
  expect(first).toMatchObject({ tickets: { woken: expect.any(Number), failed: 0 } })
  expect((first as Tally).tickets!.woken).toBeGreaterThan(20)
  expect(county.lines.filter((line) => line.includes('"level":"error"'))).toEqual([])
  const due = county.documents<Ticket>('tickets', { wakeAt: { $lte: county.cloud.clock.now() } })
  expect(due.map(({ number }) => number)).toEqual([])
})

it('R-X3 none of the seeded phone numbers lies in the data folder', () => {
  const stored = Buffer.concat(filesIn(county.dataDir).map((file) => readFileSync(file))).toString('latin1')
  expect(stored.length).toBeGreaterThan(1_000_000)
  people.forEach((_person, index) => expect(stored).not.toContain(citizenPhone(index)))
})

it('every ticket opens for whoever may read it, and for nobody who is accused', async () => {
  const readers = ['operator-1', 'supervisor-1', 'admin-1']
  // A third of them: all statuses are among these.
  for (const { _id: ticketId, reporter, leadUnitId, accused } of tickets.filter((_, n) => n % 3 === 0)) {
    const unit = leadUnitId === undefined ? [] : [`handler-${leadUnitId}`, `head-${leadUnitId}`]
    for (const person of [...readers, ...unit, reporter?.personId ?? 'operator-2']) {
      const envelope = await county.as(person).call('ticket.get', { ticketId })
      if (envelope.ok) expect(envelope.data.ticket.commands).toEqual(expect.any(Array))
      else expect(envelope.error.code).toMatch(/^(NOT_FOUND|FORBIDDEN)$/)
    }
    for (const unitId of accused.unitIds) {
      const envelope = await county.as(`head-${unitId}`).call('ticket.get', { ticketId })
      expect(envelope.ok).toBe(false)
    }
  }
})

it('everybody’s lists open, page after page to the end, with as many as they say', async () => {
  const staff = county.documents<Person>('people', {}).filter((person) => person.staff)
  for (const { _id, staff: record } of staff) {
    if (record?.role === 'agent' || record?.role === 'admin') continue
    let seen = 0
    let cursor: string | undefined
    let total: number
    do {
      const page = await county
        .as(_id)
        .ok('ticket.queue', { view: 'all', ...(cursor === undefined ? {} : { cursor }) })
      seen += page.items.length
      cursor = page.next
      total = page.total
    } while (cursor !== undefined)
    expect([_id, seen]).toEqual([_id, total])
  }
})
