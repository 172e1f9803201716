import { randomBytes } from 'node:crypto'
import { createReadStream } from 'node:fs'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { pipeline } from 'node:stream/promises'

import { DOOR_LIMITS } from '../limits'
import type { Storage } from '../storage'
import { uploadExtension } from '../storage/content-types'
import { HttpError, readBody, REFUSALS, sendJson } from './http'

/**
 * `POST /api/files`: a picture or voice note as raw body (R-X2: at most 10 MB, an unguessable name). The name
 * follows the content type that was said; what the bytes really are is checked by the function that takes it.
 */
export async function serveUpload(
  request: IncomingMessage,
  response: ServerResponse,
  { storage, openid }: { storage: Storage; openid: string | null },
): Promise<void> {
  if (openid === null) throw REFUSALS.signInFirst()
  const extension = uploadExtension(request.headers['content-type'] ?? '')
  if (extension === undefined) throw new HttpError(415, 'PHOTO_REFUSED', '只能上传照片或录音')
  const bytes = await readBody(request, DOOR_LIMITS.maxUploadBytes)
  if (bytes.length === 0) throw REFUSALS.badRequest('文件是空的')
  const path = `incoming/${randomBytes(16).toString('hex')}${extension}`
  sendJson(response, 200, { fileId: await storage.putAsClient(openid, path, bytes) })
}

/**
 * `GET /_f/<key>?sign=&t=`: a stored file through a link. A forged or ended link is 403, a file that is gone 404.
 * The page policy keeps an uploaded drawing or page from running anything in our name.
 */
export async function serveFile(
  request: IncomingMessage,
  response: ServerResponse,
  { storage, link }: { storage: Storage; link: URL },
): Promise<void> {
  if (!storage.isGenuine(link))
    throw new HttpError(403, 'FORBIDDEN', '这个链接已失效，请回到原来的页面重新打开')
  const file = await storage.open(link)
  if (!file) throw REFUSALS.notFound()
  response.writeHead(200, {
    'content-type': file.contentType,
    'content-length': file.size,
    'cache-control': 'private',
    'content-security-policy': "default-src 'none'; style-src 'unsafe-inline'; sandbox",
    ...(/^(image|audio|video)\//.test(file.contentType) ? {} : { 'content-disposition': 'attachment' }),
  })
  if (request.method === 'HEAD') return void response.end()
  await pipeline(createReadStream(file.location), response)
}
