/** A running local cloud for the database conformance tests, and the unmodified SDK connected to it. */
import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { CloudError } from '../../../localcloud/protocol/errors'
import { type LocalCloud, startLocalCloud } from '../../../localcloud/server'
import type { CollectionSpec, QueryEvent } from '../../../localcloud/store'
import { createClock, type SettableClock } from '../../../localcloud/triggers/clock'

/** What the SDK rejects with. */
export interface SdkError {
  errCode?: number
  code?: string
  errMsg?: string
  message?: string
}

type Fault = (body: Fields) => CloudError | 'drop-reply' | undefined
/**
 * The SDK's database as these tests use it. Its own declarations give most results a choice of promise, text and
 * nothing, of which only the promise ever comes when no callback is passed.
 */
export interface Database {
  command: Operators & { aggregate: Operators & { pipeline(): Chain }; project: Operators }
  Geo: Record<'Point' | 'LineString' | 'Polygon' | 'MultiPolygon', (...args: unknown[]) => object>
  collection(name: string): CollectionReference
  createCollection(name: string): Promise<object>
  serverDate(options?: { offset: number }): object
  RegExp(options: { regexp: string; options?: string }): object
  startTransaction(): Promise<TransactionReference>
  runTransaction<T>(run: (transaction: TransactionReference) => Promise<T>, times?: number): Promise<T>
}

export type Operators = Record<string, (...args: unknown[]) => Operator>

/** A condition or change, which may be continued with `.and` and `.or`. */
export interface Operator {
  and(other: unknown): Operator
  or(other: unknown): Operator
}

export interface Chain {
  [stage: string]: (value: unknown) => Chain
}

export type Fields = Record<string, unknown>

export interface QueryReference {
  where(query: object): QueryReference
  orderBy(field: string, way: 'asc' | 'desc'): QueryReference
  skip(n: number): QueryReference
  limit(n: number): QueryReference
  field(projection: object): QueryReference
  get(): Promise<{ data: Fields[] }>
  count(): Promise<{ total: number }>
  update(change: { data: object; multi?: boolean }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface CollectionReference extends QueryReference {
  add(document: { data: object }): Promise<{ _id: string; _ids: string[] }>
  doc(id: string | number): DocumentReference
  aggregate(): Chain
}

export interface DocumentReference {
  field(projection: object): DocumentReference
  get(): Promise<{ data: Fields }>
  set(content: { data: object }): Promise<{ _id: string; stats: { updated: number; created: number } }>
  update(change: { data: object }): Promise<{ stats: { updated: number } }>
  remove(): Promise<{ stats: { removed: number } }>
}

export interface TransactionReference {
  collection(name: string): CollectionReference
  commit(): Promise<Fields>
  rollback(reason?: unknown): Promise<Fields>
}

export interface TestCloud {
  cloud: LocalCloud
  db: Database
  /** A database made with options, e.g. `{ throwOnNotFound: false }`. */
  database(options: object): Database
  clock: SettableClock
  /** Bodies of the database requests so far, oldest first. */
  wire: Fields[]
  /** Database actions so far, as the store accounts for them. */
  queries: QueryEvent[]
  /** Makes requests go wrong until it is called with nothing. */
  fail(fault?: Fault): void
  /** Sends a body the SDK would not send and returns the answer. */
  send(body: Fields): Promise<Fields>
  stop(): Promise<void>
}

/** Runs an aggregation. */
export async function results(chain: Chain): Promise<Fields[]> {
  return ((await chain.end(undefined)) as unknown as { list: Fields[] }).list
}

const ALL_CLOSED = { functions: { '*': { invoke: false } }, storage: { read: false, write: false } }

/** Starts a cloud with these collections on free ports in a folder of its own. */
export async function startTestCloud(collections: CollectionSpec[], start?: Date): Promise<TestCloud> {
  const folder = mkdtempSync(join(tmpdir(), 'minsheng-conformance-'))
  mkdirSync(join(folder, 'functions'))
  writeFileSync(join(folder, 'functions.json'), JSON.stringify(ALL_CLOSED.functions))
  writeFileSync(join(folder, 'storage.json'), JSON.stringify(ALL_CLOSED.storage))
  const clock = createClock(start)
  const wire: Fields[] = []
  let fault: Fault | undefined
  const cloud = await startLocalCloud({
    dataDir: join(folder, 'data'),
    functionsDir: join(folder, 'functions'),
    functionRulesFile: join(folder, 'functions.json'),
    storageRulesFile: join(folder, 'storage.json'),
    collections,
    durability: 'off',
    clock,
    workers: 1,
    faults: {
      database: (body) => {
        wire.push(body)
        return fault?.(body)
      },
    },
  })
  const queries: QueryEvent[] = []
  cloud.store.onQuery((event) => queries.push(event))
  // The SDK reads the environment when it is loaded and again at each request.
  const before = Object.fromEntries(Object.keys(cloud.adminEnvironment).map((key) => [key, process.env[key]]))
  Object.assign(process.env, cloud.adminEnvironment)
  // eslint-disable-next-line @typescript-eslint/no-require-imports
  const sdk = require('wx-server-sdk') as {
    init(options: object): void
    database(options?: object): Database
    DYNAMIC_CURRENT_ENV: unknown
  }
  sdk.init({ env: sdk.DYNAMIC_CURRENT_ENV })
  return {
    cloud,
    db: sdk.database(),
    database: (options) => sdk.database(options),
    clock,
    wire,
    queries,
    fail: (next) => {
      fault = next
    },
    send: (body) => send(cloud, body),
    async stop() {
      await cloud.close()
      // A cloud that was running before this one is the SDK's again.
      for (const [key, value] of Object.entries(before)) {
        if (value === undefined) delete process.env[key]
        else process.env[key] = value
      }
      rmSync(folder, { recursive: true, force: true })
    },
  }
}

async function send(cloud: LocalCloud, body: Fields): Promise<Fields> {
  const { TCB_CONTEXT_CNFG, TENCENTCLOUD_SESSIONTOKEN } = cloud.adminEnvironment
  const { URL } = JSON.parse(TCB_CONTEXT_CNFG) as { URL: string }
  const response = await fetch(URL, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ ...body, sessionToken: TENCENTCLOUD_SESSIONTOKEN }),
  })
  expect(response.status).toBe(200)
  return (await response.json()) as Fields
}

/** The error a call rejects with; fails when it does not. */
export async function failure(call: Promise<unknown>): Promise<SdkError> {
  const [result] = await Promise.allSettled([call])
  if (result.status === 'fulfilled') throw new Error(`succeeded with ${JSON.stringify(result.value)}`)
  return result.reason as SdkError
}

/** A declaration of one collection, short enough to stand in a test. */
export function collection(name: string, ...indexes: CollectionSpec['indexes']): CollectionSpec {
  return { name, indexes }
}
