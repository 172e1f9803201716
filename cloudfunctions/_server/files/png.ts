import { withinSize } from './picture'

/** A PNG of nothing but the picture (R-X2): no text, time, EXIF, profile, no animation, nothing behind its end. */
const SIGNATURE = Buffer.from('89504e470d0a1a0a', 'hex')
const KEPT = new Set(['IHDR', 'PLTE', 'tRNS', 'gAMA', 'cHRM', 'sRGB', 'sBIT', 'bKGD', 'pHYs', 'IDAT', 'IEND'])

export const isPng = (content: Buffer): boolean => content.subarray(0, 8).equals(SIGNATURE)

/** The clean picture, or undefined when it is no whole PNG or too large to show. */
export function cleanPng(content: Buffer): Buffer | undefined {
  const kept: Buffer[] = [SIGNATURE]
  for (let at = 8; at + 12 <= content.length;) {
    const end = at + 12 + content.readUInt32BE(at)
    if (end > content.length) return undefined
    const type = content.toString('latin1', at + 4, at + 8)
    if (at === 8) {
      const isHeader = type === 'IHDR' && end - at === 25
      if (!isHeader || !withinSize(content.readUInt32BE(16), content.readUInt32BE(20))) return undefined
    }
    if (KEPT.has(type)) kept.push(content.subarray(at, end))
    if (type === 'IEND') return Buffer.concat(kept)
    at = end
  }
  return undefined
}
