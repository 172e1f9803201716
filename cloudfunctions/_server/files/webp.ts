import { withinSize } from './picture'

/** A WebP of nothing but the picture (R-X2): no EXIF, XMP or profile, nothing behind its end. */
const KEPT = new Set(['VP8 ', 'VP8L', 'VP8X', 'ALPH', 'ANIM', 'ANMF'])
/** Bits of VP8X that announce a profile, EXIF and XMP. */
const ANNOUNCED = 0x20 | 0x08 | 0x04

export const isWebp = (content: Buffer): boolean =>
  content.toString('latin1', 0, 4) === 'RIFF' && content.toString('latin1', 8, 12) === 'WEBP'

/** The clean picture, or undefined when it is no whole WebP or too large to show. */
export function cleanWebp(content: Buffer): Buffer | undefined {
  const whole = content.length >= 12 ? 8 + content.readUInt32LE(4) : Infinity
  if (whole > content.length) return undefined
  const kept: Buffer[] = []
  for (let at = 12; at < whole;) {
    if (at + 8 > whole) return undefined
    const size = content.readUInt32LE(at + 4)
    const end = at + 8 + size + (size % 2)
    if (end > whole) return undefined
    const type = content.toString('latin1', at, at + 4)
    const chunk = Buffer.from(content.subarray(at, end))
    const pixels = sizeOf(type, chunk)
    if (pixels && !withinSize(...pixels)) return undefined
    if (kept.length === 0 && !pixels) return undefined
    if (type === 'VP8X') chunk[8] = chunk[8]! & ~ANNOUNCED
    if (KEPT.has(type)) kept.push(chunk)
    at = end
  }
  if (kept.length === 0) return undefined
  const body = Buffer.concat([Buffer.from('WEBP', 'latin1'), ...kept])
  const header = Buffer.from('RIFF\0\0\0\0', 'latin1')
  header.writeUInt32LE(body.length, 4)
  return Buffer.concat([header, body])
}

/** Width and height from the chunk that opens a picture. */
function sizeOf(type: string, chunk: Buffer): [number, number] | undefined {
  if (type === 'VP8X' && chunk.length >= 18) return [chunk.readUIntLE(12, 3) + 1, chunk.readUIntLE(15, 3) + 1]
  if (type === 'VP8 ' && chunk.length >= 18)
    return [chunk.readUInt16LE(14) & 0x3fff, chunk.readUInt16LE(16) & 0x3fff]
  if (type === 'VP8L' && chunk.length >= 13) {
    const bits = chunk.readUInt32LE(9)
    return [(bits & 0x3fff) + 1, ((bits >>> 14) & 0x3fff) + 1]
  }
  return undefined
}
