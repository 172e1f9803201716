import type { CategoryModel } from './model'

/**
 * A model as bytes: one line of JSON that says what it is (version, features, labels, a sum over the rest), then the
 * tables, little-endian as every machine this runs on. Whoever opens the file can read what it holds.
 */
const NAME = 'minsheng category model'
export const FORMAT_VERSION = 1
const END_OF_LINE = 10
/** The line names every label; longer than this it is no line of ours. */
const LONGEST_LINE = 200_000

interface Head {
  name: typeof NAME
  version: number
  features: number
  labels: string[]
  trainedOn: number
  unit: number
  sharpness: number
  /** FNV-1a over the tables. */
  sum: number
}

/** Why bytes are not a model that can be used, in words. */
export class NotAModel extends Error {}

export function encodeModel(model: CategoryModel): Uint8Array {
  const tables = [model.features, model.rarity, model.rules, model.bias, model.lean, model.weights]
  const body = joined(tables.map((table) => new Uint8Array(table.buffer, table.byteOffset, table.byteLength)))
  const head: Head = {
    name: NAME,
    version: FORMAT_VERSION,
    features: model.features.length,
    labels: [...model.labels],
    trainedOn: model.trainedOn,
    unit: model.unit,
    sharpness: model.sharpness,
    sum: sumOf(body),
  }
  return joined([asciiOf(`${JSON.stringify(head)}\n`), body])
}

/** @throws NotAModel saying what is wrong: another file, another version, cut short or changed */
export function decodeModel(bytes: Uint8Array): CategoryModel {
  const line = bytes.subarray(0, LONGEST_LINE).indexOf(END_OF_LINE)
  const head = headOf(line < 0 ? undefined : bytes.subarray(0, line))
  // Copied: a Node Buffer would answer `slice` with a view of memory it shares.
  const body = new Uint8Array(bytes.subarray(line + 1))
  const [n, k] = [head.features, head.labels.length]
  const bytesOf = {
    features: 4 * n,
    rarity: 4 * n,
    rules: 4 * k * k,
    bias: 4 * k,
    lean: 4 * k,
    weights: 2 * n * k,
  }
  const expected = Object.values(bytesOf).reduce((a, b) => a + b, 0)
  if (body.length !== expected)
    throw new NotAModel(`模型文件不完整：应有 ${expected} 字节，实有 ${body.length} 字节`)
  if (sumOf(body) !== head.sum) throw new NotAModel('模型文件已损坏：校验和对不上')
  let at = 0
  const take = (length: number): ArrayBuffer => body.slice(at, (at += length)).buffer as ArrayBuffer
  return {
    labels: head.labels,
    features: new Uint32Array(take(bytesOf.features)),
    rarity: new Float32Array(take(bytesOf.rarity)),
    rules: new Float32Array(take(bytesOf.rules)),
    bias: new Float32Array(take(bytesOf.bias)),
    lean: new Float32Array(take(bytesOf.lean)),
    weights: new Int16Array(take(bytesOf.weights)),
    unit: head.unit,
    sharpness: head.sharpness,
    trainedOn: head.trainedOn,
  }
}

function headOf(line: Uint8Array | undefined): Head {
  let head: Partial<Head> | undefined
  try {
    head = line && (JSON.parse(textOf(line)) as Partial<Head>)
  } catch {
    head = undefined
  }
  if (head?.name !== NAME) throw new NotAModel('这不是民声的归类模型文件')
  if (head.version !== FORMAT_VERSION) {
    throw new NotAModel(`模型文件是第 ${head.version} 版，本程序读第 ${FORMAT_VERSION} 版，请重新训练`)
  }
  const numbers = [head.features, head.trainedOn, head.unit, head.sharpness, head.sum]
  const whole = numbers.every((value) => typeof value === 'number' && value >= 0)
  if (!whole || !Array.isArray(head.labels) || head.labels.some((label) => typeof label !== 'string')) {
    throw new NotAModel('模型文件的说明不完整')
  }
  return head as Head
}

function joined(parts: readonly Uint8Array[]): Uint8Array {
  const whole = new Uint8Array(parts.reduce((sum, { length }) => sum + length, 0))
  let at = 0
  for (const part of parts) {
    whole.set(part, at)
    at += part.length
  }
  return whole
}

function sumOf(bytes: Uint8Array): number {
  let sum = 0x811c9dc5
  for (const byte of bytes) sum = Math.imul(sum ^ byte, 0x01000193)
  return sum >>> 0
}

/** `core` knows no TextEncoder: what is not ASCII is written as JSON escapes. */
const asciiOf = (text: string): Uint8Array =>
  Uint8Array.from(
    text.replace(/[^ -~\n]/g, (character) => `\\u${character.charCodeAt(0).toString(16).padStart(4, '0')}`),
    (character) => character.charCodeAt(0),
  )

const textOf = (bytes: Uint8Array): string => {
  let text = ''
  for (const byte of bytes) text += String.fromCharCode(byte)
  return text
}
