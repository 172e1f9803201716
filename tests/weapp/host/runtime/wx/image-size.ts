export interface ImageSize {
  type: 'png' | 'jpeg' | 'gif' | 'webp'
  width: number
  height: number
}

/** Type and size in px of a picture, read from its first bytes; undefined when it is none. */
export function imageSize(bytes: Uint8Array): ImageSize | undefined {
  const view = new DataView(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const letters = (from: number, count: number) =>
    Array.from(bytes.subarray(from, from + count), (byte) => String.fromCharCode(byte)).join('')
  if (bytes.length < 10) return undefined
  if (letters(1, 3) === 'PNG') return { type: 'png', width: view.getUint32(16), height: view.getUint32(20) }
  if (letters(0, 3) === 'GIF')
    return { type: 'gif', width: view.getUint16(6, true), height: view.getUint16(8, true) }
  if (letters(8, 4) === 'WEBP') return { type: 'webp', width: 0, height: 0 }
  if (bytes[0] !== 0xff || bytes[1] !== 0xd8) return undefined
  // JPEG: a chain of segments; the size stands in the one that starts a frame (SOF0–SOF3).
  for (let at = 2; at + 9 < bytes.length; at += 2 + view.getUint16(at + 2)) {
    const marker = bytes[at + 1]
    if (marker >= 0xc0 && marker <= 0xc3) {
      return { type: 'jpeg', height: view.getUint16(at + 5), width: view.getUint16(at + 7) }
    }
  }
  return { type: 'jpeg', width: 0, height: 0 }
}
