import { randomUUID } from 'node:crypto'
import { join } from 'node:path'

import { FUNCTION_LIMITS } from '../limits'
import { cloudError } from '../protocol/errors'
import type { ActionTable } from '../protocol/types'
import { projectRoot } from '../root'
import type { SettableClock } from '../triggers/clock'
import type { FunctionRules } from './access'
import type { FunctionSpec } from './catalog'
import { baseEnvironment, callEnvironment, LOCAL_APPID, type Caller } from './environment'
import { Pool } from './pool'

export type { Caller } from './environment'

export interface FunctionsOptions {
  catalog: ReadonlyMap<string, FunctionSpec>
  rules: FunctionRules
  clock: SettableClock
  adminUrl: string
  /** Shared secret of the admin protocol (`TENCENTCLOUD_SESSIONTOKEN`). */
  secret: string
  functionEnv: Readonly<Record<string, string>>
  workers: number
  isolate: boolean
  /** Longest run of a call of this function. */
  timeoutMsOf(name: string): number
  /** Default: `localcloud/functions/worker.cjs` of the project. */
  workerFile?: string
  log(line: string): void
}

/** A call that is running, known by the token its SDK sends along. */
export interface Invocation {
  functionName: string
  caller: Caller
}

/** Runs the built functions for clients, timers, pushes and each other. */
export class Functions {
  private readonly pool: Pool
  private readonly invocations = new Map<string, Invocation>()
  private readonly lastSeen = new Map<string, number>()

  constructor(private readonly options: FunctionsOptions) {
    const root = projectRoot()
    this.pool = new Pool({
      workerFile: options.workerFile ?? join(root, 'localcloud', 'functions', 'worker.cjs'),
      modulePath: join(root, 'node_modules'),
      env: baseEnvironment(options),
      workers: options.workers,
      isolate: options.isolate,
      log: options.log,
    })
    this.pool.warm()
  }

  /**
   * A call from outside: a mini-program or web client. The access rule decides first; the platform's own
   * fields `userInfo` and `tcbContext` are put into the event as the cloud does, over anything sent.
   * Errors: FUNCTION_NOT_FOUND, PERMISSION_DENIED, INVALID_PARAM, FUNCTIONS_EXECUTE_FAIL.
   */
  async callAsClient(name: string, event: Record<string, unknown>, caller: Caller): Promise<unknown> {
    this.find(name)
    const { openid } = caller
    if (!this.options.rules.allows(name, { signedIn: openid !== undefined })) {
      throw cloudError('PERMISSION_DENIED', `[PERMISSION_DENIED] clients may not call ${name}`)
    }
    assertEventSize(JSON.stringify(event))
    if (openid !== undefined) this.lastSeen.set(openid, this.options.clock.now().getTime())
    const platformFields = { tcbContext: {}, userInfo: { appId: LOCAL_APPID, openId: openid } }
    return JSON.parse(await this.run(name, JSON.stringify({ ...event, ...platformFields }), caller, false))
  }

  /** A call by the platform (timer, message push): no rule applies. Resolves with the reply. */
  async callAsPlatform(name: string, event: Record<string, unknown>, source: string): Promise<unknown> {
    const eventText = JSON.stringify(event)
    assertEventSize(eventText)
    return JSON.parse(await this.run(name, eventText, { source }, false))
  }

  /** Whether people who are not signed in may call it. */
  isPublic(name: string): boolean {
    return this.options.rules.allows(name, { signedIn: false })
  }

  /** The running call a request of the SDK belongs to; undefined when the token is unknown or its call is over. */
  invocationOf(token: unknown): Invocation | undefined {
    return typeof token === 'string' ? this.invocations.get(token) : undefined
  }

  /** When this person last called from a client, in epoch milliseconds. */
  lastSeenAt(openid: string): number | undefined {
    return this.lastSeen.get(openid)
  }

  spec(name: string): FunctionSpec | undefined {
    return this.options.catalog.get(name)
  }

  /** The wire actions of `cloud-protocol` §7 that functions answer. */
  actions(): ActionTable {
    return { 'functions.invokeFunction': (body) => this.invokeNested(body) }
  }

  close(): Promise<void> {
    return this.pool.close()
  }

  /** cloud.callFunction inside a function: same person, the source chain grows by `scf`. */
  private async invokeNested(body: Record<string, unknown>): Promise<Record<string, unknown>> {
    const { function_name: name, request_data: text, wxCloudApiToken: token } = body
    if (typeof name !== 'string' || (text !== undefined && typeof text !== 'string')) {
      throw cloudError('INVALID_PARAM', 'function_name and request_data must be strings')
    }
    const outer = this.invocationOf(token)
    // Work left behind by a finished call has lost its identity; refusing is safer than calling as nobody.
    if (!outer) throw cloudError('INVALID_REQUEST_SOURCE', 'the call that made this request is over')
    const event = text === undefined || text === '' ? '{}' : text
    assertEventSize(event)
    const caller = { ...outer.caller, source: `${outer.caller.source},scf` }
    return { data: { response_data: await this.run(name, event, caller, true) } }
  }

  private async run(name: string, event: string, caller: Caller, nested: boolean): Promise<string> {
    const spec = this.find(name)
    const [id, token] = [randomUUID(), randomUUID()]
    this.invocations.set(token, { functionName: name, caller })
    try {
      return await this.pool.run({
        id,
        functionName: name,
        entry: spec.entry,
        event,
        env: callEnvironment({ id, token, caller, clockOffsetMs: this.options.clock.offsetMs() }),
        timeoutMs: this.options.timeoutMsOf(name),
        nested,
      })
    } finally {
      this.invocations.delete(token)
    }
  }

  private find(name: string): FunctionSpec {
    const spec = this.options.catalog.get(name)
    if (!spec) throw cloudError('FUNCTION_NOT_FOUND', `FunctionName parameter could not be found: ${name}`)
    return spec
  }
}

function assertEventSize(text: string): void {
  if (Buffer.byteLength(text) > FUNCTION_LIMITS.maxEventBytes) {
    throw cloudError('INVALID_PARAM', `the event is larger than ${FUNCTION_LIMITS.maxEventBytes} bytes`)
  }
}
