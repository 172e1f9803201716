import { randomBytes } from 'node:crypto'
import { maskName, maskPhone, protect } from '@core/privacy'
import { alikeFirst } from '@core/routing/duplicates'
import { matterOf } from '@core/ticket/alike'
import { gather, gathered, type HotMatter } from '@core/ticket/hot-matter'
import type { Join } from '@core/ticket/me-too'
import type { Reporter, Ticket } from '@core/ticket/types'
import { dayOf } from '@core/ticket/workdays'
import { keyedHash, seal, sha256, unseal } from '@server/platform/crypto'
import { knowledge } from './county/knowledge'
import type { Matter } from './county/matters'
import { chooserEntries, people } from './county/people'
import { buildTickets, type BuildTools } from './history/build'
import { learnedDocuments, learnFrom } from './history/learning'
import { joinsOf } from './history/joins'
import { deliverAll, someFailed } from './history/notices'
import { scenePhoto } from './photos/scenes'
import { seededRandom, type Random } from './random'
import { bookSeats, type DemoBookings } from './reception/bookings'
import { receptionSchedule } from './reception/days'
import { receivedVisitors } from './reception/received'
import { visitToday } from './reception/visitors'

/** The parts of the local cloud that the builder writes through. */
export interface DemoCloud {
  store: { import(collection: string, documents: readonly { _id: string }[]): void }
  storage: { put(path: string, bytes: Uint8Array, contentType: string): Promise<string> }
  clock: () => Date
  /** The keys of the functions: what is sealed here is read there. */
  secrets: { MINSHENG_SECRET_ENC: string; MINSHENG_SECRET_HMAC: string }
  progress: (line: string) => void
}

/** Photos drawn for each scene, before and after; tickets share them. */
const PHOTOS_PER_SCENE = 3

/**
 * Fills an empty data folder with 澜溪县: units, people, categories, reception days, and (unless `empty`) the history
 * of two months of tickets, each brought where it is by the same decisions as a real one.
 */
export async function seedDemo(cloud: DemoCloud, { empty }: { empty: boolean }): Promise<void> {
  // The platform's keys come from its environment, here as in a function.
  Object.assign(process.env, cloud.secrets)
  const now = cloud.clock()
  cloud.progress('正在建立演示县：单位、人员、类别、接待日')
  const { months, days } = receptionSchedule(now, knowledge)
  const reception = empty
    ? undefined
    : visitToday(bookSeats(days, { now, random: seededRandom(7), digest: sha256 }), now, sha256)
  cloud.store.import(
    'people',
    people.map((person) => personDocument(person, now, reception?.locks)),
  )
  cloud.store.import('demoPeople', chooserEntries())
  cloud.store.import('months', months)
  if (reception) {
    const received = await seedTickets(cloud, now, reception)
    cloud.store.import('days', received.days)
    cloud.store.import('bookings', received.bookings)
    cloud.store.import('inbox', received.notices)
  } else cloud.store.import('days', days)
  // Last, because its presence says that the folder is complete.
  cloud.store.import('knowledge', [{ _id: 'current', ...knowledge }])
}

const DAY = 24 * 3_600_000

function personDocument(
  { id, staff, phone }: (typeof people)[number],
  now: Date,
  locks?: Map<string, string>,
) {
  const leader = locks?.get(id)
  return {
    _id: id,
    version: 1,
    recent: {},
    submissions: [],
    locks: leader === undefined ? {} : { leader },
    // What is older than a day has been read.
    inboxReadTo: `${now.getTime() - DAY}-`,
    ...(staff ? { staff } : {}),
    ...(phone ? { phone: seal(phone), phoneHash: keyedHash('phone', phone) } : {}),
  }
}

/** Answers the receptions with those who were received on past days, whose matters are among the tickets (R-A9). */
async function seedTickets(cloud: DemoCloud, now: Date, reception: DemoBookings): Promise<DemoBookings> {
  const random = seededRandom(20_261_122)
  cloud.progress('正在准备照片')
  const photos = await drawPhotos(cloud, random)
  const sheet = await keepPhoto(cloud, scenePhoto('sheet', seededRandom(8), false))
  cloud.progress('正在走完约两百件事的办理过程')
  const serials = new Map<string, string[]>()
  let learned: ReturnType<typeof learnFrom> | undefined
  const tools: BuildTools = {
    now,
    knowledge,
    random,
    digest: sha256,
    salt: () => randomBytes(16).toString('hex'),
    ticketId: (personId, n) => sha256(`${personId}/demo-${n}`).slice(0, 32),
    reporter: reporterOf,
    sheet: [sheet],
    photos: ({ scene }: Matter, mended) => (scene ? [random.pick(photos.get(`${scene}.${mended}`)!)] : []),
    learn: (earlier) => (learned = learnFrom(earlier)),
  }
  const numberOf = (id: string, at: Date) => {
    const day = `${knowledge.county.code}${dayOf(at).replaceAll('-', '')}`
    const claims = serials.get(day) ?? []
    serials.set(day, claims)
    return `${day}-${String(claims.push(id)).padStart(4, '0')}`
  }
  const filed = buildTickets(tools, numberOf)
  const received = receivedVisitors(reception, tools, numberOf)
  const tickets = [...filed, ...received.tickets]
  cloud.store.import(
    'numbers',
    [...serials].map(([day, claims]) => ({ _id: `${day}.0`, claims })),
  )
  const told = tickets.map((ticket) => deliverAll(ticket, now, knowledge, sha256, maskedReporter))
  cloud.store.import(
    'inbox',
    someFailed(told.flatMap(({ notices }) => notices)).map((notice) => protect(notice, seal)),
  )
  cloud.store.import(
    'tickets',
    told.map(({ ticket }) => protect(ticket, seal)),
  )
  await seedLearned(cloud, filed, learned!, now)
  const joins = joinsOf(tickets)
  cloud.store.import('joins', joins)
  seedHotMatters(cloud, tickets, joins, now)
  cloud.progress(`已建好 ${tickets.length} 件`)
  return received.reception
}

/** Whom somebody has to call, masked (R-P4). */
const maskedReporter = ({ reporter }: Ticket): string =>
  `${maskName(unseal(reporter!.name!)!)} ${maskPhone(unseal(reporter!.phone!)!)}`

/** R-D3: what these two months have taught; the clock goes on from here. */
async function seedLearned(
  { store, storage }: DemoCloud,
  tickets: readonly Ticket[],
  learned: ReturnType<typeof learnFrom>,
  now: Date,
): Promise<void> {
  const { lessons, file, job } = learnedDocuments(tickets, learned, lastMove(tickets)!, now)
  store.import('lessons', lessons)
  store.import('jobs', [job(await storage.put(file.path, file.bytes, 'application/octet-stream'))])
}

/** R-D6: as the clock would have gathered them; it goes on from here. */
function seedHotMatters(
  { store }: DemoCloud,
  tickets: readonly Ticket[],
  joins: readonly Join[],
  now: Date,
): void {
  const matters = new Map<string, HotMatter>()
  const asMatter = (ticket: Ticket) => ({ ...matterOf(ticket), ticket })
  const keys = new Map(tickets.map((ticket) => [ticket, keysIn(ticket)]))
  for (const [ticket, own] of keys) {
    const met = [...keys].filter(
      ([other, those]) => other !== ticket && those.some((key) => own.includes(key)),
    )
    const alike = alikeFirst(
      asMatter(ticket),
      met.map(([other]) => asMatter(other)),
    ).map(({ matter }) => gathered(matter.ticket, joins, knowledge, sha256))
    const moved = gathered(ticket, joins, knowledge, sha256)
    for (const centreId of moved.centreIds) {
      const id = sha256(`hot/${centreId}/${ticket._id}`).slice(0, 32)
      const changes = gather(moved, alike, [...matters.values()], { centreId, id, now })
      for (const { next } of changes) matters.set(next._id, next)
    }
  }
  store.import('hotMatters', [...matters.values()])
  const joinsUpTo = joins.map(({ changeKey }) => changeKey).sort()[joins.length - 1]
  const job = { _id: 'hotMatters', version: 1, upTo: lastMove(tickets), joinsUpTo }
  store.import('jobs', [job])
}

const lastMove = (tickets: readonly Ticket[]): string | undefined =>
  tickets.map(({ headKey }) => headKey).sort()[tickets.length - 1]

/** Without the list, open or closed. */
const keysIn = ({ likeKeys = [] }: Ticket): string[] => likeKeys.map((key) => key.slice(key.indexOf('.') + 1))

function reporterOf(personId: string): Reporter {
  const { name, phone } = people.find(({ id }) => id === personId)!
  return {
    personId,
    name: seal(name),
    ...(phone ? { phone: seal(phone), phoneHash: keyedHash('phone', phone) } : {}),
  }
}

async function drawPhotos(cloud: DemoCloud, random: Random): Promise<Map<string, string[]>> {
  const drawn = new Map<string, string[]>()
  for (const scene of ['road', 'water', 'rubbish', 'lamp', 'river', 'building', 'smoke'] as const) {
    for (const mended of [false, true]) {
      const keys: string[] = []
      for (let n = 0; n < PHOTOS_PER_SCENE; n++) {
        keys.push(await keepPhoto(cloud, scenePhoto(scene, random, mended)))
      }
      drawn.set(`${scene}.${mended}`, keys)
    }
  }
  return drawn
}

/** Documents keep the file id without its scheme, as the photo service does. */
async function keepPhoto({ storage }: DemoCloud, bytes: Buffer): Promise<string> {
  const path = `photos/demo/${randomBytes(16).toString('hex')}.png`
  return (await storage.put(path, bytes, 'image/png')).replace('cloud://', '')
}
