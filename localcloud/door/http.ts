import { randomUUID } from 'node:crypto'
import type { IncomingMessage, ServerResponse } from 'node:http'

/**
 * A refusal of the door itself, told in the envelope of the functions:
 * `{ ok: false, error: { code, message, retryable, requestId } }`. The codes are ones the pages know.
 */
export class HttpError extends Error {
  constructor(
    readonly status: number,
    readonly code: string,
    message: string,
  ) {
    super(message)
  }
}

/** The refusals people may meet, in their words. */
export const REFUSALS = {
  notFound: () => new HttpError(404, 'NOT_FOUND', '没有找到您要的内容'),
  signInFirst: () => new HttpError(401, 'NOT_SIGNED_IN', '请先登录'),
  forbidden: () => new HttpError(403, 'FORBIDDEN', '您不能进行这个操作'),
  internal: () => new HttpError(500, 'INTERNAL', '系统出了点问题，您填的内容没有丢，请稍后再试'),
  badRequest: (what: string) => new HttpError(400, 'INVALID_INPUT', what),
  tooLarge: (limit: number) =>
    new HttpError(
      413,
      'TOO_LARGE',
      `内容太大了，最多 ${limit >= 1 << 20 ? `${limit >> 20} MB` : `${limit >> 10} KB`}`,
    ),
} as const

/** What is taken in and thrown away of a body that is too large, so that its sender gets to read the answer. */
const DRAINED_BYTES = 64 << 20

/** The whole body. Throws 413 for one of more than `limit` bytes. */
export function readBody(request: IncomingMessage, limit: number): Promise<Buffer> {
  return new Promise((resolve, reject) => {
    const chunks: Buffer[] = []
    let size = 0
    request.on('data', (chunk: Buffer) => {
      size += chunk.length
      if (size <= limit) chunks.push(chunk)
      else chunks.length = 0
      if (size > limit + DRAINED_BYTES) {
        request.pause()
        reject(REFUSALS.tooLarge(limit))
      }
    })
    request.on('end', () =>
      size > limit ? reject(REFUSALS.tooLarge(limit)) : resolve(Buffer.concat(chunks)),
    )
    request.on('error', reject)
  })
}

/** A JSON object body. Its content type must say so: a form of another site cannot. */
export async function readJsonObject(
  request: IncomingMessage,
  limit: number,
): Promise<Record<string, unknown>> {
  if (!/^application\/json\b/i.test(request.headers['content-type'] ?? '')) {
    throw new HttpError(415, 'INVALID_INPUT', '请求的内容类型应为 application/json')
  }
  const text = (await readBody(request, limit)).toString('utf8')
  let value: unknown
  try {
    value = JSON.parse(text)
  } catch {
    throw REFUSALS.badRequest('请求内容不是有效的 JSON')
  }
  if (typeof value !== 'object' || value === null || Array.isArray(value)) {
    throw REFUSALS.badRequest('请求内容应为一个 JSON 对象')
  }
  return value as Record<string, unknown>
}

export function sendJson(response: ServerResponse, status: number, body: unknown): void {
  const bytes = Buffer.from(JSON.stringify(body))
  response.writeHead(status, {
    'content-type': 'application/json; charset=utf-8',
    'content-length': bytes.length,
    'cache-control': 'no-store',
  })
  response.end(bytes)
}

/**
 * Tells any error as JSON. What is not an HttpError is logged with the request id that people see; nothing of
 * it leaves.
 */
export function sendError(
  request: IncomingMessage,
  response: ServerResponse,
  error: unknown,
  log: (line: string) => void,
): void {
  const requestId = randomUUID()
  const known = error instanceof HttpError
  if (!known && !isAbort(error))
    log(
      `door ${request.method} ${request.url?.split('?')[0]} [${requestId}]: ${(error as Error)?.stack ?? String(error)}`,
    )
  if (response.headersSent) return void response.destroy()
  // A body that was not read to its end would be taken for the next request.
  if (!request.complete) response.setHeader('connection', 'close')
  const { status, code, message } = known ? error : REFUSALS.internal()
  const retryable = code === 'INTERNAL'
  sendJson(response, status, { ok: false, error: { code, message, retryable, requestId } })
}

/** The other side went away in the middle: nobody is left to be told, and nothing is wrong here. */
const isAbort = (error: unknown): boolean =>
  ['ERR_STREAM_PREMATURE_CLOSE', 'ECONNRESET'].includes(String((error as NodeJS.ErrnoException)?.code))
