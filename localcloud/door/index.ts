import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

import type { Functions } from '../functions'
import { DOOR_LIMITS } from '../limits'
import type { SignIn } from '../signin'
import type { Storage } from '../storage'
import type { Triggers } from '../triggers'
import type { SettableClock } from '../triggers/clock'
import { serveCall } from './calls'
import { serveFile, serveUpload } from './files'
import { assertHost, assertSameSite, setSecurityHeaders } from './guard'
import { HttpError, readJsonObject, REFUSALS, sendError, sendJson } from './http'
import type { StaticPages } from './static'

export interface DoorOptions {
  functions: Functions
  storage: Storage
  signIn: SignIn
  /** The built H5 pages; null when there are none to serve. */
  pages: StaticPages | null
  /** Set in tests: lets a page move the clock. */
  devClock: { clock: SettableClock; triggers: Triggers } | null
  /** Address people use where it is not the one listened on (a reverse proxy). */
  publicUrl: string | undefined
  log(line: string): void
}

/** The public listener: pages, files, sign-in, and calls of functions over HTTP. */
export function createDoor(options: DoorOptions): RequestListener {
  return (request, response) => {
    setSecurityHeaders(response)
    route(request, response, options).catch((error) => sendError(request, response, error, options.log))
  }
}

async function route(
  request: IncomingMessage,
  response: ServerResponse,
  options: DoorOptions,
): Promise<void> {
  const origin = assertHost(request, options.publicUrl)
  assertSameSite(request, origin)
  const link = new URL(request.url ?? '/', origin)
  const path = link.pathname
  const reading = request.method === 'GET' || request.method === 'HEAD'
  if (await options.signIn.serve(request, response, path)) return
  if (path.startsWith('/api/')) return serveApi(request, response, path, origin, options)
  if (!reading) throw new HttpError(405, 'NOT_FOUND', '这个地址不接受提交')
  if (path.startsWith('/_f/')) return serveFile(request, response, { storage: options.storage, link })
  if (!options.pages || path === '/signin' || path.startsWith('/signin/')) throw REFUSALS.notFound()
  return options.pages.serve(request, response, path)
}

async function serveApi(
  request: IncomingMessage,
  response: ServerResponse,
  path: string,
  origin: string,
  { functions, storage, signIn, devClock }: DoorOptions,
): Promise<void> {
  const openid = signIn.personOf(request)
  const name = /^\/api\/call\/([A-Za-z0-9_-]{1,60})$/.exec(path)?.[1]
  if (name !== undefined && request.method === 'POST') {
    return serveCall(request, response, { functions, name, openid, origin })
  }
  if (path === '/api/files' && request.method === 'POST') {
    return serveUpload(request, response, { storage, openid })
  }
  if (path === '/api/dev/clock' && request.method === 'POST' && devClock) {
    return moveClock(request, response, devClock)
  }
  throw REFUSALS.notFound()
}

/** `POST /api/dev/clock { advanceMs } | { set }`: moves the time and runs what is due by then. */
async function moveClock(
  request: IncomingMessage,
  response: ServerResponse,
  { clock, triggers }: { clock: SettableClock; triggers: Triggers },
): Promise<void> {
  const { advanceMs, set } = await readJsonObject(request, DOOR_LIMITS.maxSmallBodyBytes)
  if (typeof advanceMs === 'number' && Number.isFinite(advanceMs)) clock.advance(advanceMs)
  else if (typeof set === 'string' && !Number.isNaN(Date.parse(set))) clock.set(new Date(set))
  else throw REFUSALS.badRequest('advanceMs：毫秒数，或 set：ISO 时间')
  const fired = await triggers.runDue()
  sendJson(response, 200, { now: clock.now().toISOString(), fired })
}
