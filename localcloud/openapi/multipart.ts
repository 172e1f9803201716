/**
 * The parts of the SDK's multipart/form-data body by name (`cloud-protocol` §9). Throws on anything that is not
 * such a body.
 */
export function parseMultipart(body: Buffer, contentType: string): Record<string, Buffer> {
  const name = /boundary=("?)([^";]+)\1/.exec(contentType)?.[2]
  if (!name) throw new Error('multipart: no boundary')
  const boundary = Buffer.from(`--${name}`)
  const parts: Record<string, Buffer> = {}
  let at = body.indexOf(boundary)
  while (at >= 0) {
    const start = at + boundary.length
    if (body.toString('latin1', start, start + 2) === '--') return parts
    const end = body.indexOf(boundary, start)
    const headerEnd = body.indexOf('\r\n\r\n', start)
    if (end < 0 || headerEnd < 0 || headerEnd > end) break
    const partName = /name="([^"]*)"/.exec(body.toString('utf8', start, headerEnd))?.[1]
    if (partName) parts[partName] = body.subarray(headerEnd + 4, end - 2)
    at = end
  }
  throw new Error('multipart: the last boundary is missing')
}
