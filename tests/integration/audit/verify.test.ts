/** R-T8 in a real data folder: what somebody with the database file in their hands changes is found by `audit:verify`. */
import { sha256 } from '@server/platform/crypto'
import { chained, NO_HEAD } from '@core/ticket/chain'
import type { Ticket, TicketEvent } from '@core/ticket/types'
import type { Anchor } from '@core/audit'
import { verifyFolder } from '../../../scripts/audit/verify'
import { inStatus, type Matter } from '../../factories/matters'
import { startCounty, type County } from '../harness'

const HOUR = 3_600_000
const DAY = 24 * HOUR
const key = Buffer.alloc(32, 7).toString('base64')

let county: County
let closed: Matter
let handling: Matter
const before = process.env.MINSHENG_SECRET_ENC

beforeAll(async () => {
  county = await startCounty({ functionEnv: { MINSHENG_SECRET_ENC: key, MINSHENG_SECRET_HMAC: key } })
  process.env.MINSHENG_SECRET_ENC = key
  closed = await inStatus(county, 'closed')
  handling = await inStatus(county, 'handling')
  await county.advance(DAY)
})
afterAll(async () => {
  if (before === undefined) delete process.env.MINSHENG_SECRET_ENC
  else process.env.MINSHENG_SECRET_ENC = before
  await county.close()
})

const stored = <T>(collection: string, id: string): T => county.document<T>(collection, id)
const findings = () => verifyFolder(county.dataDir).findings

/** What is found while a document is replaced by another behind the product's back. */
function whileStored<T extends object>(collection: string, id: string, change: (whole: T) => T) {
  const whole = stored<T>(collection, id)
  const put = (document: T) => {
    const { _id: _same, ...content } = document as T & { _id: string }
    county.cloud.store.set(collection, id, content)
  }
  put(change(whole))
  try {
    return findings()
  } finally {
    put(whole)
  }
}

/** Every hash made anew over other events, as a thorough forger would. */
function forged(ticket: Ticket, events: TicketEvent[]): Ticket {
  let head = NO_HEAD
  const made = events.map(({ seq: _s, digest: _d, prev: _p, hash: _h, salt: _salt, body, ...draft }) => {
    const event = chained(ticket._id, head, { ...draft, body: { facts: body?.facts ?? {} } }, sha256)
    head = { seq: event.seq, hash: event.hash }
    return event
  })
  return { ...ticket, events: made, head }
}

it('R-T8 the clock keeps the heads of the day apart, once, and everything is whole', async () => {
  const anchors = county.documents<Anchor>('anchors', {})
  expect(anchors).toHaveLength(1)
  expect(anchors[0]!.heads.map(({ number }) => number).sort()).toEqual(
    [closed.number, handling.number].sort(),
  )
  await county.advance(60_000)
  expect(county.documents<Anchor>('anchors', {})).toEqual(anchors)
  expect(verifyFolder(county.dataDir)).toMatchObject({ tickets: 2, anchors: 1, findings: [] })
})

it('R-T8 an edited event, whatever was edited of it', () => {
  const edits: ((event: TicketEvent) => TicketEvent)[] = [
    (event) => ({ ...event, by: { ...event.by, personId: 'somebody' } }),
    (event) => ({ ...event, at: new Date(event.at.getTime() + 1000) }),
    (event) => ({ ...event, body: { ...event.body, words: '改过的话' } }),
  ]
  stored<Ticket>('tickets', closed.id).events.forEach((_, n) => {
    for (const edit of edits) {
      const found = whileStored<Ticket>('tickets', closed.id, (ticket) => ({
        ...ticket,
        events: ticket.events.map((event, i) => (i === n ? edit(event) : event)),
      }))
      expect(found).toMatchObject([{ what: closed.number, seq: n + 1 }])
    }
  })
})

it('R-T8 a removed event, two that changed places, and a lost tail', () => {
  const of = (change: (events: TicketEvent[]) => TicketEvent[]) =>
    whileStored<Ticket>('tickets', closed.id, (ticket) => ({ ...ticket, events: change(ticket.events) }))
  expect(of((all) => all.filter((_, i) => i !== 1))).toMatchObject([{ what: closed.number, seq: 2 }])
  expect(of(([a, b, c, ...rest]) => [a!, c!, b!, ...rest])).toMatchObject([{ what: closed.number, seq: 2 }])
  expect(of((all) => all.slice(0, -1))).toHaveLength(1)
})

it('R-T8 though all its hashes were made anew, the anchor of the day knows better', () => {
  const cut = whileStored<Ticket>('tickets', closed.id, (t) => forged(t, t.events.slice(0, -1)))
  expect(cut).toMatchObject([{ what: closed.number, why: 'was anchored and is gone' }])
  const other = stored<Ticket>('tickets', handling.id)
  const swapped = whileStored<Ticket>('tickets', closed.id, (t) => forged(t, [...other.events, ...t.events]))
  expect(swapped).toMatchObject([{ what: closed.number, why: 'is not the one that was anchored' }])
})

it('R-T8 a whole ticket that is gone, and an anchor that was edited or is gone', () => {
  const whole = stored<Ticket>('tickets', handling.id)
  county.cloud.store.remove('tickets', { _id: handling.id }, { multi: false })
  expect(findings()).toMatchObject([{ what: handling.number }])
  county.cloud.store.import('tickets', [whole])

  const [anchor] = county.documents<Anchor>('anchors', {})
  const edited = whileStored<Anchor>('anchors', anchor!._id, (a) => ({ ...a, heads: a.heads.slice(1) }))
  expect(edited).toMatchObject([{ what: `anchors/${anchor!._id}`, seq: 1 }])
  county.cloud.store.remove('anchors', { _id: anchor!._id }, { multi: false })
  expect(findings()).toMatchObject([{ what: 'anchors' }])
  county.cloud.store.import('anchors', [anchor!])
  expect(findings()).toEqual([])
})

it('R-T8 the next day’s anchor follows the last, and a run that was cut off is taken up', async () => {
  await county
    .as('operator-1')
    .ok('ticket.note', { ticketId: handling.id, words: '已与单位核对', photos: [], open: false })
  // What time adds that day comes before midnight; then the day is anchored.
  await county.advance(14 * HOUR)
  const job = stored<object>('jobs', 'anchors')
  await county.advance(1.25 * HOUR)
  // The anchor is there, the job does not know of it yet.
  const { _id: _same, ...content } = job as { _id: string }
  county.cloud.store.set('jobs', 'anchors', content)
  expect(findings()).toMatchObject([{ what: 'anchors' }])
  await county.advance(60_000)
  expect(county.documents<Anchor>('anchors', {}).map(({ seq }) => seq)).toEqual([1, 2])
  expect(findings()).toEqual([])
})
