import type { IncomingMessage, ServerResponse } from 'node:http'
import { isIPv6 } from 'node:net'

import { HttpError } from './http'

const LOOPBACK_NAMES = ['localhost', '127.0.0.1', '[::1]']

/** Whether an address to listen on can be reached from this machine only. */
export function isLoopback(host: string): boolean {
  return host === 'localhost' || host === '::1' || /^127\./.test(host)
}

/**
 * Refuses a request that names another host than this server: a page of a foreign site whose name was pointed
 * here (DNS rebinding) would otherwise be let in as if it were ours. Returns the origin the caller used, which is
 * then safe to build links with.
 */
export function assertHost(request: IncomingMessage, publicUrl: string | undefined): string {
  const host = request.headers.host ?? ''
  if (publicUrl !== undefined && host === new URL(publicUrl).host) return new URL(publicUrl).origin
  const { localAddress = '', localPort } = request.socket
  const address = localAddress.replace(/^::ffff:/, '')
  const own = [...LOOPBACK_NAMES, isIPv6(address) ? `[${address}]` : address]
  // A browser leaves port 80 out.
  const names = own.flatMap((name) => (localPort === 80 ? [name, `${name}:80`] : [`${name}:${localPort}`]))
  if (!names.includes(host)) {
    throw new HttpError(421, 'FORBIDDEN', '请用本机地址访问；如果用了别的域名，请设置 MINSHENG_PUBLIC_URL')
  }
  return `http://${host}`
}

/** Refuses what another site's page sends: only our own pages and programs without a page may change things. */
export function assertSameSite(request: IncomingMessage, origin: string): void {
  if (request.method === 'GET' || request.method === 'HEAD') return
  const { origin: from, 'sec-fetch-site': site } = request.headers
  const foreign = (from !== undefined && from !== origin) || (site !== undefined && site === 'cross-site')
  if (foreign) throw new HttpError(403, 'FORBIDDEN', '这个请求来自别的网站，已拒绝')
}

/** Headers of every answer. */
export function setSecurityHeaders(response: ServerResponse): void {
  response.setHeader('x-content-type-options', 'nosniff')
  response.setHeader('x-frame-options', 'DENY')
  response.setHeader('referrer-policy', 'same-origin')
  response.setHeader('cross-origin-opener-policy', 'same-origin')
  response.setHeader('permissions-policy', 'geolocation=(self), camera=(self), microphone=(self), payment=()')
}

/**
 * The content policy of a page. Taro's pages carry inline styles and a small inline script that sets the font
 * size; the script is allowed by its hash, so that no other inline script runs.
 */
export function contentPolicy(scriptHashes: readonly string[]): string {
  return [
    "default-src 'self'",
    `script-src 'self' ${scriptHashes.map((hash) => `'sha256-${hash}'`).join(' ')}`.trim(),
    "style-src 'self' 'unsafe-inline'",
    "img-src 'self' data: blob:",
    "media-src 'self' blob:",
    "font-src 'self' data:",
    "connect-src 'self' blob:",
    "object-src 'none'",
    "base-uri 'none'",
    "form-action 'self'",
    "frame-ancestors 'none'",
  ].join('; ')
}
