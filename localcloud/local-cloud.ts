import type { AdminRequest } from './admin'
import type { OpenApi } from './openapi'
import type { OpenApiFaults } from './openapi/faults'
import type { databaseActions } from './protocol/database'
import type { PhoneOf } from './signin/demo-phone'
import type { People } from './signin/people'
import type { Storage } from './storage'
import type { CollectionSpec, Store } from './store'
import type { Triggers } from './triggers'
import type { SettableClock } from './triggers/clock'

export interface LocalCloudOptions {
  /** Everything kept lies here; made when absent. */
  dataDir: string
  /** Built functions: `<functionsDir>/<name>/{index.js,config.json,package.json}`. */
  functionsDir: string
  /** Default: `deploy/collections.json`, and the people of the sign-in page. */
  collections?: CollectionSpec[]
  /** Built H5 pages; without it only the API and the sign-in page are served. */
  h5Dir?: string
  /** Address the door listens on. The admin protocol listens on 127.0.0.1 whatever this says. */
  host?: string
  /** 0 takes a free port. */
  port?: number
  /** Address people use where it is not the one listened on. */
  publicUrl?: string
  durability?: 'full' | 'off'
  clock?: SettableClock
  /** Say on every page that the data are made up; needed for the demo people on an address others can reach. */
  demo?: boolean
  /** Let `POST /api/dev/clock` move the time (tests). */
  devClock?: boolean
  workers?: number
  /** One call an instance at a time, one function an instance, as in the cloud. */
  isolate?: boolean
  /** Shortens the longest run of a call, which `deploy/runtime.json` sets; milliseconds. */
  functionTimeoutMs?: number
  /** Variables set on the functions (secrets). */
  functionEnv?: Readonly<Record<string, string>>
  /** Rule files; default `deploy/functions.json` and `deploy/storage.json`. */
  functionRulesFile?: string
  storageRulesFile?: string
  workerFile?: string
  faults?: { openapi?: OpenApiFaults; database?: DatabaseFault }
  /** Who can be chosen at sign-in; default: the collection `demoPeople`. */
  people?: People
  /** The phone number WeChat would tell for a person; default: a made-up one. */
  phoneOf?: PhoneOf
  /** Key of the download links; default: a new one, so that links end with the process. */
  linkSecret?: Buffer
  log?(line: string): void
}

type DatabaseFault = NonNullable<Parameters<typeof databaseActions>[1]>['fault']

/** A running local cloud. */
export interface LocalCloud {
  /** Origin of the door, e.g. `http://127.0.0.1:8100`. */
  url: string
  port: number
  store: Store
  storage: Storage
  clock: SettableClock
  /** Not running by themselves until `triggers.start()`; tests call `triggers.runDue()`. */
  triggers: Triggers
  openapi: { records: OpenApi['find'] }
  functions: {
    /**
     * Calls a function as a client would, with the access rule; `identity` null is somebody not signed in.
     * Rejects with CloudError.
     */
    call(name: string, event: Record<string, unknown>, identity: { openid: string } | null): Promise<unknown>
  }
  /** Variables with which wx-server-sdk in this very process reaches the cloud as administrator. */
  adminEnvironment: Record<string, string>
  /** Tells every request the SDK makes; returns the way to stop. */
  onRequest(listener: (request: AdminRequest) => void): () => void
  close(): Promise<void>
}
