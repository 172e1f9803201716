import { randomBytes } from 'node:crypto'
import { once } from 'node:events'
import { mkdirSync } from 'node:fs'
import { createServer, type RequestListener, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { join } from 'node:path'

import { createAdmin, type AdminRequest } from './admin'
import { readDeployment } from './deployment'
import type { LocalCloud, LocalCloudOptions } from './local-cloud'
import { createDoor } from './door'
import { isLoopback } from './door/guard'
import { StaticPages } from './door/static'
import { Functions } from './functions'
import { readCatalog } from './functions/catalog'
import { baseEnvironment, type Caller } from './functions/environment'
import { FUNCTION_LIMITS, POOL_LIMITS } from './limits'
import { OpenApi } from './openapi'
import { databaseActions } from './protocol/database'
import { projectRoot } from './root'
import { SignIn } from './signin'
import { demoPhoneOf } from './signin/demo-phone'
import { DEMO_PEOPLE, peopleFromStore } from './signin/people'
import { Storage } from './storage'
import { openStore } from './store'
import { Triggers } from './triggers'
import { createClock } from './triggers/clock'

export type { LocalCloud, LocalCloudOptions } from './local-cloud'

/**
 * Starts a whole cloud on one machine: the admin protocol for the SDK, functions, storage, openapi, timers and
 * the H5 door. Rejects, with nothing left running, when a port is taken or a file cannot be read.
 */
export async function startLocalCloud(options: LocalCloudOptions): Promise<LocalCloud> {
  const { dataDir, host = '127.0.0.1', clock = createClock(), durability = 'full', log = () => {} } = options
  const now = () => clock.now()
  const secret = randomBytes(32).toString('hex')
  mkdirSync(dataDir, { recursive: true })

  const catalog = readCatalog(options.functionsDir)
  const deployment = readDeployment(join(projectRoot(), 'deploy'), {
    functions: options.functionRulesFile,
    storage: options.storageRulesFile,
  })
  const longestMs = options.functionTimeoutMs ?? FUNCTION_LIMITS.maxRunMs

  const cleanUp: (() => unknown)[] = []
  const close = async () => {
    for (const step of cleanUp.splice(0).reverse()) await step()
  }
  try {
    const store = openStore({
      file: join(dataDir, 'database.sqlite'),
      collections: options.collections ?? [...deployment.collections, DEMO_PEOPLE],
      durability,
      clock: now,
    })
    cleanUp.push(() => store.close())

    // Both servers take their port before anything is built on it; requests are answered once all is there.
    const adminServer = await listen('127.0.0.1', 0)
    cleanUp.push(() => stopServer(adminServer))
    const doorServer = await listen(host, options.port ?? 0)
    cleanUp.push(() => stopServer(doorServer))
    const adminOrigin = `http://127.0.0.1:${portOf(adminServer)}`
    const port = portOf(doorServer)
    const url = options.publicUrl ?? originOf(host, port)

    const environment = {
      adminUrl: `${adminOrigin}/admin`,
      secret,
      functionEnv: options.functionEnv ?? {},
    }
    const functions = new Functions({
      ...environment,
      catalog,
      rules: deployment.functions,
      clock,
      workers: options.workers ?? POOL_LIMITS.workers,
      isolate: options.isolate ?? false,
      timeoutMsOf: (name) => Math.min(longestMs, deployment.runtime.timeoutSeconds(name) * 1000),
      ...(options.workerFile === undefined ? {} : { workerFile: options.workerFile }),
      log,
    })
    cleanUp.push(() => functions.close())

    const storage = new Storage({
      folder: join(dataDir, 'files'),
      durable: durability === 'full',
      now,
      linkSecret: options.linkSecret ?? randomBytes(32),
      rules: deployment.storage,
      uploadUrl: `${adminOrigin}/_up/`,
      linkOrigin: (token) => functions.invocationOf(token)?.caller.origin ?? url,
    })

    const triggers = new Triggers({
      catalog,
      clock,
      invoke: (name, event) => functions.callAsPlatform(name, event, 'wx_trigger'),
      log,
    })
    cleanUp.push(() => triggers.stop())

    const openapi = new OpenApi({
      recordsFile: join(dataDir, 'openapi.jsonl'),
      now,
      faults: options.faults?.openapi ?? {},
      invocationOf: (token) => functions.invocationOf(token),
      permissionsOf: (name) => functions.spec(name)?.openapi ?? [],
      lastSeenAt: (openid) => functions.lastSeenAt(openid),
      phoneOf: options.phoneOf ?? demoPhoneOf,
      isReachable: (link) => URL.canParse(link) && storage.isGenuine(new URL(link)),
      push: catalog.has('wxpush')
        ? (name, event) => functions.callAsPlatform(name, event, 'wx_unknown')
        : undefined,
      schedule: (at, task) => triggers.schedule(at, task),
      log,
    })

    const database = databaseActions(store, { fault: options.faults?.database })
    const listeners = new Set<(request: AdminRequest) => void>()
    adminServer.on(
      'request',
      createAdmin({
        secret,
        actions: { ...database, ...functions.actions(), ...storage.actions(), ...openapi.actions() },
        openapi,
        storage,
        now,
        onRequest: (request) => listeners.forEach((listener) => listener(request)),
        log,
      }),
    )

    const demo = options.demo ?? false
    const door: RequestListener = createDoor({
      functions,
      storage,
      signIn: new SignIn({
        enabled: isLoopback(host) || demo,
        banner: demo,
        sessionsFile: join(dataDir, 'sessions.json'),
        people: options.people ?? peopleFromStore(store),
        now,
      }),
      pages: options.h5Dir === undefined ? null : new StaticPages(options.h5Dir, demo),
      devClock: options.devClock ? { clock, triggers } : null,
      publicUrl: options.publicUrl,
      log,
    })
    doorServer.on('request', door)

    return {
      url,
      port,
      store,
      storage,
      clock,
      triggers,
      openapi: { records: (filter) => openapi.find(filter) },
      functions: {
        call: (name, event, identity) => functions.callAsClient(name, event, clientOf(identity)),
      },
      adminEnvironment: baseEnvironment(environment),
      onRequest(listener) {
        listeners.add(listener)
        return () => listeners.delete(listener)
      },
      close,
    }
  } catch (error) {
    await close()
    throw error
  }
}

const clientOf = (identity: { openid: string } | null): Caller =>
  identity ? { source: 'wx_client', openid: identity.openid } : { source: 'wx_http' }

async function listen(host: string, port: number): Promise<Server> {
  const server = createServer()
  // The SDK's agent keeps sockets; the server must not close one the moment the SDK writes to it (§2).
  server.keepAliveTimeout = 65_000
  server.headersTimeout = 66_000
  server.listen(port, host)
  await once(server, 'listening')
  return server
}

async function stopServer(server: Server): Promise<void> {
  const closed = once(server, 'close')
  server.close()
  server.closeAllConnections()
  await closed
}

const portOf = (server: Server): number => (server.address() as AddressInfo).port

/** A wildcard address is no place to go to: this machine's own name for it is. */
function originOf(host: string, port: number): string {
  const reachable = host === '0.0.0.0' || host === '::' ? '127.0.0.1' : host
  return `http://${reachable.includes(':') ? `[${reachable}]` : reachable}:${port}`
}
