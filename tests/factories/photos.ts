import { deflateSync } from 'node:zlib'

/** Pictures with everything a phone hangs on them. Small, whole, and made here. */

/** A grey pixel, baseline JPEG. */
const PIXEL = Buffer.from(
  '/9j/4AAQSkZJRgABAQEASABIAAD/2wBDAP//////////////////////////////////////////////////////////////////////////////////////wgALCAABAAEBAREA/8QAFBABAAAAAAAAAAAAAAAAAAAAAP/aAAgBAQABPxA=',
  'base64',
)

const segment = (marker: number, body: Buffer): Buffer => {
  const head = Buffer.from([0xff, marker, 0, 0])
  head.writeUInt16BE(body.length + 2, 2)
  return Buffer.concat([head, body])
}

/** EXIF with an orientation, a maker's name and a place, as TIFF of either byte order. */
export function exif(orientation: number, little = false): Buffer {
  const tiff = Buffer.alloc(8 + 2 + 2 * 12 + 4)
  const u16 = (value: number, at: number) =>
    little ? tiff.writeUInt16LE(value, at) : tiff.writeUInt16BE(value, at)
  const u32 = (value: number, at: number) =>
    little ? tiff.writeUInt32LE(value, at) : tiff.writeUInt32BE(value, at)
  tiff.write(little ? 'II' : 'MM', 0, 'latin1')
  u16(42, 2)
  u32(8, 4)
  u16(2, 8)
  const entry = (at: number, tag: number, type: number, value: number) => {
    u16(tag, at)
    u16(type, at + 2)
    u32(1, at + 4)
    if (type === 3) u16(value, at + 8)
    else u32(value, at + 8)
  }
  entry(10, 0x0112, 3, orientation)
  entry(22, 0x8825, 4, 0)
  return Buffer.concat([
    Buffer.from('Exif\0\0', 'latin1'),
    tiff,
    Buffer.from('GPS 34.5N 113.5E PhoneMaker', 'latin1'),
  ])
}

/** A JPEG as a phone makes it: EXIF, XMP, a profile, a comment, and a video behind the end. */
export function phoneJpeg(orientation = 6, little = false): Buffer {
  return Buffer.concat([
    PIXEL.subarray(0, 2),
    segment(0xe1, exif(orientation, little)),
    segment(0xe1, Buffer.from('http://ns.adobe.com/xap/1.0/\0<x:xmpmeta>GPS secret</x:xmpmeta>', 'latin1')),
    segment(0xe2, Buffer.from('ICC_PROFILE\0PhoneMaker', 'latin1')),
    segment(0xfe, Buffer.from('GPS comment', 'latin1')),
    PIXEL.subarray(2),
    Buffer.from([0xff, 0xd9]),
    Buffer.from('ftypmp42 GPS of a video', 'latin1'),
  ])
}

const crcTable = Array.from({ length: 256 }, (_, n) => {
  let c = n
  for (let k = 0; k < 8; k++) c = c & 1 ? 0xedb88320 ^ (c >>> 1) : c >>> 1
  return c >>> 0
})
const crc = (bytes: Buffer): number => {
  let c = 0xffffffff
  for (const byte of bytes) c = crcTable[(c ^ byte) & 0xff]! ^ (c >>> 8)
  return (c ^ 0xffffffff) >>> 0
}
const chunk = (type: string, body: Buffer): Buffer => {
  const named = Buffer.concat([Buffer.from(type, 'latin1'), body])
  const out = Buffer.alloc(named.length + 8)
  out.writeUInt32BE(body.length, 0)
  named.copy(out, 4)
  out.writeUInt32BE(crc(named), named.length + 4)
  return out
}

/** A PNG of one pixel with text, time and EXIF; `size` is what its head claims. */
export function taggedPng(size = 1): Buffer {
  const head = Buffer.alloc(13)
  head.writeUInt32BE(size, 0)
  head.writeUInt32BE(size, 4)
  head.set([8, 0, 0, 0, 0], 8)
  return Buffer.concat([
    Buffer.from('89504e470d0a1a0a', 'hex'),
    chunk('IHDR', head),
    chunk('tEXt', Buffer.from('Comment\0GPS secret', 'latin1')),
    chunk('eXIf', exif(1).subarray(6)),
    chunk('IDAT', deflateSync(Buffer.from([0, 128]))),
    chunk('IEND', Buffer.alloc(0)),
    Buffer.from('GPS behind the end', 'latin1'),
  ])
}

const riff = (type: string, body: Buffer): Buffer => {
  const head = Buffer.alloc(8)
  head.write(type, 0, 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.alloc(body.length % 2)])
}

/** A WebP (extended, lossless pixel) with EXIF and XMP. */
export function taggedWebp(): Buffer {
  const extended = Buffer.alloc(10)
  extended[0] = 0x20 | 0x08 | 0x04
  const pixel = Buffer.from('2f0000001007101111888808', 'hex')
  const body = Buffer.concat([
    Buffer.from('WEBP', 'latin1'),
    riff('VP8X', extended),
    riff('ICCP', Buffer.from('PhoneMaker')),
    riff('VP8L', pixel),
    riff('EXIF', exif(1).subarray(6)),
    riff('XMP ', Buffer.from('<x>GPS</x>')),
  ])
  const head = Buffer.from('RIFF\0\0\0\0', 'latin1')
  head.writeUInt32LE(body.length, 4)
  return Buffer.concat([head, body, Buffer.from('GPS behind the end')])
}
