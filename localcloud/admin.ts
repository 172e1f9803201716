import { randomUUID, timingSafeEqual } from 'node:crypto'
import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http'

import { HttpError, readBody } from './door/http'
import { DOOR_LIMITS, STORAGE_LIMITS } from './limits'
import type { OpenApi } from './openapi'
import { parseMultipart } from './openapi/multipart'
import { CloudError, cloudError } from './protocol/errors'
import type { ActionTable } from './protocol/types'
import type { Storage } from './storage'

/** One request of the SDK, for counting in tests. */
export interface AdminRequest {
  action: string
  collection?: string
  /** The running call it belongs to, by its token. */
  token?: string
}

export interface AdminOptions {
  /** Every request must carry it as `sessionToken`. */
  secret: string
  actions: ActionTable
  openapi: OpenApi
  storage: Storage
  now: () => Date
  onRequest(request: AdminRequest): void
  log(line: string): void
}

/**
 * The listener the SDK talks to (`cloud-protocol` §2): `POST /admin` and `PUT /_up/<ticket>`, on 127.0.0.1 only.
 * Errors are HTTP 200 with `{ code, message, requestId }`: the SDK takes anything else for a broken network.
 */
export function createAdmin(options: AdminOptions): RequestListener {
  return (request, response) => {
    const path = (request.url ?? '/').split('?')[0]!
    if (request.method === 'PUT' && path.startsWith('/_up/')) {
      return void receiveUpload(request, response, path.slice('/_up/'.length), options)
    }
    if (request.method === 'POST' && path === '/admin') return void answer(request, response, options)
    response.writeHead(404).end()
  }
}

async function answer(
  request: IncomingMessage,
  response: ServerResponse,
  options: AdminOptions,
): Promise<void> {
  const requestId = randomUUID()
  try {
    const body = await readBody(request, DOOR_LIMITS.maxAdminBodyBytes)
    const contentType = request.headers['content-type'] ?? ''
    if (contentType.startsWith('multipart/form-data')) {
      return sendBytes(response, await answerOpenApi(body, contentType, options))
    }
    sendJson(response, { requestId, ...(await answerAction(request, body, options)) })
  } catch (error) {
    if (!(error instanceof CloudError)) options.log(`admin [${requestId}]: ${(error as Error).stack}`)
    const code = error instanceof CloudError ? error.code : 'SYS_ERR'
    sendJson(response, { code, message: (error as Error).message, requestId })
  }
}

async function answerAction(
  request: IncomingMessage,
  bytes: Buffer,
  { secret, actions, now, onRequest }: AdminOptions,
): Promise<Record<string, unknown>> {
  const body = parseBody(bytes)
  assertSecret(body.sessionToken, secret)
  const { action, collectionName, wxCloudApiToken } = body
  const handler = typeof action === 'string' && Object.hasOwn(actions, action) ? actions[action] : undefined
  if (!handler)
    throw cloudError('INVALID_PARAM', `the local cloud does not know the action ${String(action)}`)
  onRequest({
    action: action as string,
    ...(typeof collectionName === 'string' ? { collection: collectionName } : {}),
    ...(typeof wxCloudApiToken === 'string' ? { token: wxCloudApiToken } : {}),
  })
  return handler(body, { headers: request.headers, now })
}

async function answerOpenApi(bytes: Buffer, contentType: string, options: AdminOptions): Promise<Buffer> {
  const parts = parseMultipart(bytes, contentType)
  assertSecret(parts.sessionToken?.toString(), options.secret)
  const action = parts.action?.toString() ?? ''
  if (action !== 'wx.openApi')
    throw cloudError('INVALID_PARAM', `the local cloud does not know the action ${action}`)
  const apiName = parts.apiName?.toString() ?? ''
  const token = parts.wxCloudApiToken?.toString()
  options.onRequest({ action: `${action}:${apiName}`, ...(token ? { token } : {}) })
  return options.openapi.answer(apiName, parts.requestData ?? Buffer.alloc(0), token)
}

/** The SDK reads success from an empty body and failure from XML with all four children; never the status. */
async function receiveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  ticket: string,
  { storage, log }: AdminOptions,
): Promise<void> {
  let result: 'stored' | keyof typeof UPLOAD_FAILURES
  try {
    const genuine = request.headers.authorization === ticket
    const bytes = await readBody(request, STORAGE_LIMITS.maxFileBytes)
    result = genuine ? await storage.receive(ticket, bytes) : 'refused'
  } catch (error) {
    if (!(error instanceof HttpError)) log(`upload: ${(error as Error).message}`)
    result = error instanceof HttpError ? 'tooLarge' : 'failed'
  }
  if (result === 'stored') return void response.writeHead(200, { 'content-length': 0 }).end()
  const [status, code, message] = UPLOAD_FAILURES[result]
  const xml =
    `<?xml version='1.0' encoding='utf-8' ?><Error><Code>${code}</Code><Message>${message}</Message>` +
    `<RequestId>${randomUUID()}</RequestId><TraceId>local</TraceId></Error>`
  response.writeHead(status, { 'content-type': 'application/xml', 'content-length': Buffer.byteLength(xml) })
  response.end(xml)
}

const UPLOAD_FAILURES = {
  refused: [403, 'AccessDenied', 'the upload ticket is unknown, used or over'],
  tooLarge: [400, 'EntityTooLarge', `a file may have ${STORAGE_LIMITS.maxFileBytes} bytes`],
  failed: [500, 'InternalError', 'the file could not be stored'],
} as const

function parseBody(bytes: Buffer): Record<string, unknown> {
  let body: unknown
  try {
    body = JSON.parse(bytes.toString('utf8'))
  } catch {
    throw cloudError('INVALID_PARAM', 'the body is not JSON')
  }
  if (typeof body !== 'object' || body === null)
    throw cloudError('INVALID_PARAM', 'the body is not an object')
  return body as Record<string, unknown>
}

function assertSecret(given: unknown, secret: string): void {
  const [a, b] = [Buffer.from(typeof given === 'string' ? given : ''), Buffer.from(secret)]
  if (a.length !== b.length || !timingSafeEqual(a, b)) {
    throw cloudError('INVALID_REQUEST_SOURCE', 'sessionToken is not the secret of this environment')
  }
}

function sendJson(response: ServerResponse, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(200, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
  })
  response.end(bytes)
}

/** Any content type but exactly the JSON one: by it the SDK tells a reply from a gateway error. */
function sendBytes(response: ServerResponse, bytes: Buffer): void {
  response.writeHead(200, { 'content-type': 'application/octet-stream', 'content-length': bytes.length })
  response.end(bytes)
}
