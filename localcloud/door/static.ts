import { createHash } from 'node:crypto'
import { existsSync, statSync } from 'node:fs'
import { readFile, stat } from 'node:fs/promises'
import type { IncomingMessage, ServerResponse } from 'node:http'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { gzip } from 'node:zlib'

import { contentTypeOf, extensionOf } from '../storage/content-types'
import { withBanner } from './banner'
import { contentPolicy } from './guard'
import { HttpError, REFUSALS } from './http'

const compress = promisify(gzip)
const COMPRESSIBLE = /^(text\/|application\/(json|manifest)|image\/svg)/
/** A name with a content hash in it, as the build writes them: it never changes its content. */
const HASHED = /[.-][0-9a-f]{8,32}\.[a-z0-9]+$/

interface Page {
  bytes: Buffer
  gzipped: Buffer | null
  etag: string
  headers: Record<string, string>
}

/** The built H5 pages: compressed once, cached by name, with one page for every address that is not a file. */
export class StaticPages {
  private readonly cache = new Map<string, { mtimeMs: number; page: Page }>()

  constructor(
    private readonly folder: string,
    private readonly banner: boolean,
  ) {}

  /** Answers GET and HEAD; throws 404 for a missing file, and a sentence when nothing was built. */
  async serve(request: IncomingMessage, response: ServerResponse, path: string): Promise<void> {
    const page = await this.load(this.locate(path))
    const gzipped = /\bgzip\b/.test(String(request.headers['accept-encoding'] ?? '')) ? page.gzipped : null
    for (const [name, value] of Object.entries(page.headers)) response.setHeader(name, value)
    response.setHeader('etag', page.etag)
    if (request.headers['if-none-match'] === page.etag) return void response.writeHead(304).end()
    const bytes = gzipped ?? page.bytes
    if (gzipped) response.setHeader('content-encoding', 'gzip')
    response.writeHead(200, { 'content-length': bytes.length })
    response.end(request.method === 'HEAD' ? undefined : bytes)
  }

  /** The file of an address; addresses without an extension are pages of the app and get its one page. */
  private locate(path: string): string {
    const index = join(this.folder, 'index.html')
    if (!existsSync(index)) throw new HttpError(404, 'NOT_FOUND', '网页还没有构建，请先运行 npm run build:h5')
    let decoded: string
    try {
      decoded = decodeURIComponent(path)
    } catch {
      throw REFUSALS.notFound()
    }
    if (extensionOf(decoded) === '') return index
    const file = join(this.folder, decoded)
    // A part that begins with a dot is a hidden file or a way out of the folder.
    const allowed = !decoded.includes('\0') && !/(^|[\\/])\./.test(decoded)
    if (!allowed || !statSync(file, { throwIfNoEntry: false })?.isFile()) throw REFUSALS.notFound()
    return file
  }

  private async load(file: string): Promise<Page> {
    const { mtimeMs } = await stat(file)
    const cached = this.cache.get(file)
    if (cached?.mtimeMs === mtimeMs) return cached.page
    const page = await this.build(file)
    this.cache.set(file, { mtimeMs, page })
    return page
  }

  private async build(file: string): Promise<Page> {
    const type = contentTypeOf(file)
    const html = extensionOf(file) === '.html'
    let bytes = await readFile(file)
    if (html && this.banner) bytes = Buffer.from(withBanner(bytes.toString('utf8')))
    return {
      bytes,
      gzipped: COMPRESSIBLE.test(type) ? await compress(bytes) : null,
      etag: `"${createHash('sha256').update(bytes).digest('hex').slice(0, 24)}"`,
      headers: {
        'content-type': type,
        'cache-control': !html && HASHED.test(file) ? 'public, max-age=31536000, immutable' : 'no-cache',
        vary: 'accept-encoding',
        ...(html
          ? { 'content-security-policy': contentPolicy(inlineScriptHashes(bytes.toString('utf8'))) }
          : {}),
      },
    }
  }
}

/** Base64 SHA-256 of each inline script of a page, for its content policy. */
export function inlineScriptHashes(html: string): string[] {
  const scripts = [...html.matchAll(/<script(?![^>]*\ssrc=)[^>]*>([\s\S]*?)<\/script>/gi)]
  return scripts.map(([, code = '']) => createHash('sha256').update(code).digest('base64'))
}
