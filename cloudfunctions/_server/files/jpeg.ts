import { withinSize } from './picture'

/**
 * A JPEG without anything that is not the picture (R-X2): EXIF (place, time, device), XMP, comments, colour profiles,
 * thumbnails, and whatever follows the end of the picture (phones hang whole videos there). The way up is kept in a
 * fresh, minimal EXIF, because phones store pictures lying.
 */
const SOI = Buffer.from([0xff, 0xd8])
const EOI = 0xd9
const SOS = 0xda
const APP0 = 0xe0
const APP1 = 0xe1
/** Adobe's: says how the colours are coded; without it some pictures turn green. */
const APP14 = 0xee
const COM = 0xfe
const EXIF = Buffer.from('Exif\0\0', 'latin1')

const isFrame = (marker: number) =>
  marker >= 0xc0 && marker <= 0xcf && marker !== 0xc4 && marker !== 0xc8 && marker !== 0xcc
const isDropped = (marker: number) =>
  (marker >= APP0 && marker <= 0xef && marker !== APP0 && marker !== APP14) || marker === COM

export const isJpeg = (content: Buffer): boolean =>
  content.subarray(0, 3).equals(Buffer.from([0xff, 0xd8, 0xff]))

/** The clean picture, or undefined when it is no whole JPEG or too large to show. */
export function cleanJpeg(content: Buffer): Buffer | undefined {
  const kept: Buffer[] = [SOI]
  let orientation = 1
  let framed = false
  for (let at = 2; ;) {
    while (content[at] === 0xff && content[at + 1] === 0xff) at++
    if (content[at] !== 0xff || at + 4 > content.length) {
      return content[at] === 0xff && content[at + 1] === EOI && framed ? finish(kept, orientation) : undefined
    }
    const marker = content[at + 1]!
    if (marker === EOI) return framed ? finish(kept, orientation) : undefined
    const end = at + 2 + content.readUInt16BE(at + 2)
    if (end > content.length || end < at + 4) return undefined
    const segment = content.subarray(at, end)
    if (isFrame(marker)) {
      if (segment.length < 9 || !withinSize(segment.readUInt16BE(7), segment.readUInt16BE(5)))
        return undefined
      framed = true
    }
    if (marker === APP1 && segment.subarray(4, 10).equals(EXIF))
      orientation = orientationOf(segment.subarray(10))
    if (!isDropped(marker)) kept.push(segment)
    at = end
    if (marker === SOS) {
      const next = endOfScan(content, at)
      kept.push(content.subarray(at, next))
      at = next
    }
  }
}

const finish = (kept: Buffer[], orientation: number): Buffer => {
  const [start, ...rest] = kept
  const way = orientation === 1 ? [] : [orientationSegment(orientation)]
  return Buffer.concat([start!, ...way, ...rest, Buffer.from([0xff, EOI])])
}

/** Where the coded picture data ends: at the next marker that is neither stuffing (00) nor a restart (D0–D7). */
function endOfScan(content: Buffer, from: number): number {
  for (let at = content.indexOf(0xff, from); at !== -1; at = content.indexOf(0xff, at + 1)) {
    const next = content[at + 1] ?? 0
    if (next !== 0 && next !== 0xff && !(next >= 0xd0 && next <= 0xd7)) return at
  }
  return content.length
}

/** The orientation (1–8) from a TIFF block; 1 when there is none or it makes no sense. */
function orientationOf(tiff: Buffer): number {
  try {
    const little = tiff.toString('latin1', 0, 2) === 'II'
    const u16 = (at: number) => (little ? tiff.readUInt16LE(at) : tiff.readUInt16BE(at))
    const directory = little ? tiff.readUInt32LE(4) : tiff.readUInt32BE(4)
    for (let entry = 0; entry < u16(directory); entry++) {
      const at = directory + 2 + 12 * entry
      if (u16(at) === 0x0112) return u16(at + 8) >= 1 && u16(at + 8) <= 8 ? u16(at + 8) : 1
    }
    return 1
  } catch {
    // A block that points outside itself: nothing to be learned from it.
    return 1
  }
}

/** An EXIF segment that says which way is up and nothing else. */
function orientationSegment(orientation: number): Buffer {
  const tiff = Buffer.from('4d4d002a00000008000101120003000000010000000000000000', 'hex')
  tiff.writeUInt16BE(orientation, 18)
  const segment = Buffer.concat([Buffer.from([0xff, APP1, 0, 0]), EXIF, tiff])
  segment.writeUInt16BE(segment.length - 2, 2)
  return segment
}
