import { createHash } from 'node:crypto'
import { crc32, deflateSync } from 'node:zlib'

import { OPENAPI_LIMITS } from '../../limits'
import { refusal, text, type Api } from './types'

const SCENE = /^[0-9A-Za-z!#$&'()*+,/:;=?@\-._~]+$/
const DEFAULT_WIDTH = 430
const CELLS = 21
const MARGIN = 2

/**
 * wxacode.getUnlimited: a real PNG of the wanted width, different for each scene and page. It cannot be scanned:
 * only WeChat can draw a mini-program code.
 */
export const getUnlimited: Api = ({ params }) => {
  const scene = text(params.scene)
  if (scene === null || scene.length > OPENAPI_LIMITS.maxSceneLength || !SCENE.test(scene)) {
    return refusal(40129, 'invalid scene: at most 32 visible characters')
  }
  const page = params.page ?? ''
  if (typeof page !== 'string' || page.startsWith('/') || page.includes('?'))
    return refusal(41030, 'invalid page')
  const width = params.width ?? DEFAULT_WIDTH
  const { minCodeWidth, maxCodeWidth } = OPENAPI_LIMITS
  if (typeof width !== 'number' || !Number.isInteger(width) || width < minCodeWidth || width > maxCodeWidth) {
    return refusal(40097, 'invalid width')
  }
  return { errcode: 0, binary: { bytes: drawCode(`${page}?${scene}`, width), contentType: 'image/png' } }
}

/** A square of black and white cells told by the text, on a white margin. */
function drawCode(content: string, width: number): Buffer {
  const side = CELLS + 2 * MARGIN
  const cells = pattern(content)
  const rows = Buffer.alloc((width + 1) * width, 255)
  for (let y = 0; y < width; y++) {
    rows[y * (width + 1)] = 0 // PNG filter of the row: none
    for (let x = 0; x < width; x++) {
      const row = Math.floor((y * side) / width) - MARGIN
      const column = Math.floor((x * side) / width) - MARGIN
      const inside = row >= 0 && row < CELLS && column >= 0 && column < CELLS
      if (inside && cells[row * CELLS + column]) rows[y * (width + 1) + 1 + x] = 0
    }
  }
  return png(width, rows)
}

function pattern(content: string): boolean[] {
  const bits: boolean[] = []
  for (let n = 0; bits.length < CELLS * CELLS; n++) {
    for (const byte of createHash('sha256').update(`${n}:${content}`).digest()) {
      for (let bit = 0; bit < 8; bit++) bits.push(((byte >> bit) & 1) === 1)
    }
  }
  return bits
}

/** Eight-bit greyscale PNG; `rows` are filter byte + pixels for each row. */
function png(width: number, rows: Buffer): Buffer {
  const header = Buffer.alloc(13)
  header.writeUInt32BE(width, 0)
  header.writeUInt32BE(width, 4)
  header[8] = 8
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a])
  return Buffer.concat([signature, chunk('IHDR', header), chunk('IDAT', deflateSync(rows)), chunk('IEND')])
}

function chunk(type: string, data: Buffer = Buffer.alloc(0)): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data])
  const out = Buffer.alloc(body.length + 8)
  out.writeUInt32BE(data.length, 0)
  body.copy(out, 4)
  out.writeUInt32BE(crc32(body), body.length + 4)
  return out
}
