/**
 * `npm run bench:duplicates` (R-D5): among 100,000 open tickets, the nearest to a new message, by the index `alike`. One
 * JSON line: `p50Ms` and `p95Ms` are the keys, the database and the comparing; `viaCloud` is a whole call of
 * `ticket.similar` over HTTP, so the difference is protocol. `indexKeysRead`: entries of the index a question meets, the
 * middle of all questions. Nothing here passes or fails by time.
 */
import { matters } from '../../demo/county/matters'
import { seededRandom } from '../../demo/random'
import { alikeFirst } from '../../core/routing/duplicates'
import { keysAmong, matterOf, ticketLikeKeys } from '../../core/ticket/alike'
import type { Ticket } from '../../core/ticket/types'
import { startBenchCloud } from './cloud'

const TICKETS = 100_000
const ASKED = 200
const TOWNSHIPS = 20
const VILLAGES = 15
const DAYS = 30
const DAY = 86_400_000
/** Tickets stored at a time. */
const BATCH = 5_000
/** As the service compares them. */
const COMPARED = 60

const random = seededRandom(5)
const SURNAMES = [...'张王李赵刘陈杨黄周吴徐孙马朱胡郭何高林罗']
const PARTS = matters.flatMap(({ words }) => words.split(/[，。？！]/).filter((part) => part.length > 3))

/** What somebody writes: a matter of the demo county, one more thing beside it, and whose house it is near. */
function message(n: number, now: number): Ticket {
  const matter = random.pick(matters)
  const township = random.int(1, TOWNSHIPS)
  const village = random.int(1, VILLAGES)
  const name = `${random.pick(SURNAMES)}${random.pick(['庄', '楼', '洼', '岭', '河'])}${village}村`
  const near = `就在${random.pick(SURNAMES)}家往${random.pick(['东', '西', '南', '北'])}${random.int(1, 90)}米`
  const words = `${matter.words.replace('{place}', name)}${near}，${random.pick(PARTS)}，${random.pick(PARTS)}。`
  const submittedAt = new Date(now - Math.floor(random.next() * DAYS * DAY))
  const _id = n.toString(16).padStart(32, '0')
  const ticket = {
    _id,
    version: 1,
    number: `LX-${n}`,
    sortKey: `${submittedAt.getTime()}-${_id}`,
    status: 'submitted',
    round: 1,
    kind: 'help',
    channel: 'miniprogram',
    title: words.slice(0, 24),
    words,
    photos: [],
    place: { townshipId: `town-${township}`, villageId: `town-${township}-v${village}` },
    confidential: false,
    urgent: false,
    accused: { unitIds: [], personIds: [] },
    categoryId: matter.categoryId,
    coUnits: [],
    clock: { submittedAt, stepFrom: submittedAt },
    results: [],
    ratings: [],
    callbacks: [],
    returnedOnce: false,
    urges: [],
    audience: [],
    waitsFor: [],
    lists: [],
    events: [],
    outbox: [],
    head: { seq: 0, hash: '' },
  } as unknown as Ticket
  return { ...ticket, likeKeys: ticketLikeKeys(ticket) }
}

async function main(): Promise<void> {
  const cloud = await startBenchCloud(1)
  try {
    const now = Date.now()
    for (let n = 0; n < TICKETS; n += BATCH)
      cloud.store.import(
        'tickets',
        Array.from({ length: BATCH }, (_, k) => message(n + k, now)),
      )
    const asked = Array.from({ length: ASKED }, (_, k) => message(TICKETS + k, now))
    const inside = asked.map((ticket) => timed(() => nearest(cloud, ticket, now)))
    const keys = asked.map((ticket) => indexKeys(cloud, ticket))

    cloud.store.import('tickets', asked)
    await cloud.signIn(['operator-1'])
    const ask = ({ _id }: Ticket) => cloud.call('operator-1', 'ticket.similar', { ticketId: _id })
    const requests =
      (await cloud.requestsOf(() => ask(asked[0]!)), await cloud.requestsOf(() => ask(asked[1]!)))
    const whole: number[] = []
    for (const ticket of asked) {
      const from = performance.now()
      await ask(ticket)
      whole.push(performance.now() - from)
    }
    console.log(
      JSON.stringify({
        tickets: TICKETS,
        asked: ASKED,
        p50Ms: share(inside, 0.5),
        p95Ms: share(inside, 0.95),
        requests: 1,
        indexKeysRead: share(keys, 0.5),
        viaCloud: { p50Ms: share(whole, 0.5), p95Ms: share(whole, 0.95), requests: requests.database },
      }),
    )
  } finally {
    await cloud.close()
  }
}

type Bench = Awaited<ReturnType<typeof startBenchCloud>>

const since = (now: number) => String(now - DAYS * DAY)

/** What `ticket.similar` does for the open ones, without the way there and back. */
function nearest({ store }: Bench, ticket: Ticket, now: number) {
  const texts = store.find('tickets', {
    query: { likeKeys: { $in: keysAmong(ticket, 'open') }, sortKey: { $gt: since(now), $lt: '9' } },
    order: { sortKey: -1 },
    limit: COMPARED,
  })
  return alikeFirst(
    matterOf(ticket),
    texts.map((text) => matterOf(JSON.parse(text) as Ticket)),
  )
}

const indexKeys = ({ store }: Bench, ticket: Ticket): number =>
  keysAmong(ticket, 'open').reduce((sum, key) => sum + store.count('tickets', { likeKeys: key }), 0)

function timed(work: () => unknown): number {
  const from = performance.now()
  work()
  return performance.now() - from
}

function share(values: readonly number[], part: number): number {
  const sorted = [...values].sort((a, b) => a - b)
  return Math.round(sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))]! * 100) / 100
}

main().catch((error: unknown) => {
  console.error(error)
  process.exitCode = 1
})
