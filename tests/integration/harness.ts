import { randomBytes, randomUUID } from 'node:crypto'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ActionId, ActionInput, ActionOutput, Envelope, EnvelopeError } from '@core/contracts'
import type { Ticket } from '@core/ticket/types'
import { projectRoot } from '../../localcloud/root'
import { startLocalCloud, type LocalCloud, type LocalCloudOptions } from '../../localcloud/server'
import { createClock } from '../../localcloud/triggers/clock'
import { knowledge } from '../factories/knowledge'
import { staffOfTheCounty } from '../factories/people'
import { receptionDay } from '../factories/reception'
import { unwatched, watchIndexes } from '../support/indexes'

/** A Tuesday, a working day. */
export const MORNING = new Date('2026-11-24T09:00:00+08:00')

const COLLECTIONS = [
  'tickets',
  'hotMatters',
  'joins',
  'people',
  'numbers',
  'days',
  'bookings',
  'months',
  'knowledge',
  'inbox',
  'photos',
  'audit',
  'checks',
  'contacts',
  'rosters',
]

/** What a function says of one call when it is over. */
export interface CallLog {
  requestId: string
  action: string
  code: string
  database: number
  notices: number
}

/** The product's functions in a whole cloud with a small county, on a folder of its own. */
export interface County {
  cloud: LocalCloud
  dataDir: string
  as(personId: string | null): Caller
  /** What the function logged of a call, by its request id. */
  logOf(requestId: string): Promise<CallLog>
  /** Every line the functions have logged. */
  lines: string[]
  /** The whole database as text, to see that nothing was written. */
  dump(): string
  document<T = Ticket>(collection: string, id: string): T
  documents<T>(collection: string, query: object): T[]
  /** Moves the clock and runs what is due by then; answers what the timers said. */
  advance(ms: number): Promise<unknown[]>
  close(): Promise<void>
}

export interface Caller {
  id: string
  call<A extends ActionId>(
    action: A,
    input: ActionInput<A>,
    requestId?: string,
  ): Promise<Envelope<ActionOutput<A>>>
  /** The answer; throws when it is refused. */
  ok<A extends ActionId>(action: A, input: ActionInput<A>, requestId?: string): Promise<ActionOutput<A>>
  /** The error; throws when it is not refused. */
  refused<A extends ActionId>(action: A, input: ActionInput<A>, requestId?: string): Promise<EnvelopeError>
  /** A call as no client of ours would make it. */
  raw(action: string, input: unknown, requestId?: unknown): Promise<Envelope<unknown>>
}

export const newRequestId = (): string => randomUUID().replace(/-/g, '')

/** @param seed false: no county in it, and other collections */
export async function startCounty({
  seed = true,
  ...options
}: Partial<LocalCloudOptions> & { seed?: boolean } = {}): Promise<County> {
  const functionsDir = join(projectRoot(), 'dist', 'cloudfunctions')
  if (!existsSync(functionsDir)) throw new Error('run `npm run build:functions` first')
  const dataDir = mkdtempSync(join(tmpdir(), 'minsheng-integration-'))
  const lines: string[] = []
  const secret = () => randomBytes(32).toString('base64')
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir,
    durability: 'off',
    // One thread takes several calls at a time, and they meet at every request; a second takes half a second to start.
    workers: 1,
    clock: createClock(MORNING),
    functionEnv: { MINSHENG_SECRET_ENC: secret(), MINSHENG_SECRET_HMAC: secret() },
    people: () => [],
    log: (line) => lines.push(line),
    ...options,
  })
  if (seed) seedCounty(cloud)

  const checkIndexes = watchIndexes(cloud)
  const look = (name: string, query: object) =>
    cloud.store.find(name, { query: query as never, order: { _id: 1 }, limit: 1000 })

  const county: County = {
    cloud,
    dataDir,
    lines,
    as: (personId) => callerOf(cloud, personId),
    logOf: (requestId) => waitFor(() => findLog(lines, requestId)),
    dump: () => COLLECTIONS.map((name) => [name, ...look(name, {})].join('\n')).join('\n'),
    document: <T>(collection: string, id: string) => {
      const [text] = look(collection, { _id: id })
      if (text === undefined) throw new Error(`no ${collection}/${id}`)
      return parse<T>(text)
    },
    documents: <T>(collection: string, query: object) =>
      unwatched(() => look(collection, query)).map((text) => parse<T>(text)),
    async advance(ms) {
      cloud.clock.advance(ms)
      const fired = await cloud.triggers.runDue()
      const broken = fired.find(({ error }) => error !== undefined)
      if (broken) throw new Error(`${broken.functionName}: ${broken.error}`)
      return fired.map(({ reply }) => (reply as { data?: unknown }).data)
    },
    async close() {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
      checkIndexes()
    },
  }
  return county
}

function seedCounty(cloud: LocalCloud): void {
  cloud.store.import('knowledge', [{ _id: 'current', ...knowledge }])
  cloud.store.import('people', staffOfTheCounty as never)
  cloud.store.import('days', [
    receptionDay('d1', '2026-11-26') as never,
    receptionDay('d2', '2026-11-27', { capacity: 2 }) as never,
    receptionDay('hidden', '2026-11-28', { published: false }) as never,
    receptionDay('closed', '2026-11-24') as never,
  ])
}

/** A stored document; its dates are dates. */
const parse = <T>(text: string): T =>
  JSON.parse(text, (_key, value: unknown) =>
    typeof value === 'object' && value !== null && '$date' in value
      ? new Date((value as { $date: number }).$date)
      : value,
  ) as T

function callerOf(cloud: LocalCloud, personId: string | null): Caller {
  const identity = personId === null ? null : { openid: personId }
  const raw: Caller['raw'] = async (action, input, requestId = newRequestId()) =>
    (await cloud.functions.call(
      String(action).split('.')[0]!,
      { action, input, requestId },
      identity,
    )) as Envelope<unknown>
  const call: Caller['call'] = async (action, input, requestId) =>
    (await raw(action, input, requestId)) as never
  return {
    id: personId ?? '',
    raw,
    call,
    async ok(action, input, requestId) {
      const envelope = await call(action, input, requestId)
      if (!envelope.ok) throw new Error(`${action} as ${personId}: ${JSON.stringify(envelope.error)}`)
      return envelope.data
    },
    async refused(action, input, requestId) {
      const envelope = await call(action, input, requestId)
      if (envelope.ok) throw new Error(`${action} as ${personId} was not refused`)
      return envelope.error
    },
  }
}

function findLog(lines: readonly string[], requestId: string): CallLog | undefined {
  for (const line of lines) {
    if (!line.startsWith('{') || !line.includes(requestId)) continue
    const entry = JSON.parse(line) as CallLog & { level: string }
    if (entry.level === 'info' && entry.requestId === requestId) return entry
  }
  return undefined
}

/** What a function prints arrives by another way than its answer. */
async function waitFor<T>(look: () => T | undefined): Promise<T> {
  for (let tries = 0; tries < 200; tries++) {
    const found = look()
    if (found !== undefined) return found
    await new Promise((resolve) => setTimeout(resolve, 10))
  }
  throw new Error('it did not come')
}
