/**
 * The three protobuf messages of `wx.openApi` (`cloud-protocol` §9), by hand: the schema is fixed by the SDK
 * and small, and a library would bring its own schema files.
 */

/** A decoded CommApiData. */
export interface OpenApiRequest {
  /** Parameters of an OPEN_API call, snake_cased by the SDK, JSON-parsed. */
  params: Record<string, unknown>
  /** Media parameters. */
  media: Record<string, { contentType: string; filename: string; bytes: Buffer }>
  /** Set for a SVRKIT_API call (getOpenData and the like). */
  svrkit: { apiName: string; data: Buffer } | null
}

/** The parts of a CommOpenApiResp. */
export interface OpenApiReply {
  data?: Buffer
  contentType?: string
  /** Platform error, e.g. -604101. */
  errorCode?: number
  svrkitErrorCode?: number
}

export function decodeRequest(bytes: Buffer): OpenApiRequest {
  const request: OpenApiRequest = { params: {}, media: {}, svrkit: null }
  for (const field of fieldsOf(bytes)) {
    if (field.id === 2)
      for (const pair of fieldsOf(field.bytes)) if (pair.id === 1) addPair(request, pair.bytes)
    if (field.id === 4) request.svrkit = decodeSvrkit(field.bytes)
  }
  return request
}

/** ApiGetOpenDataByCloudIdReq { repeated 2 cloudid }. */
export function decodeCloudIds(bytes: Buffer): string[] {
  return [...fieldsOf(bytes)].filter(({ id }) => id === 2).map((field) => field.bytes.toString())
}

/** ApiGetOpenDataByCloudIdResp { repeated 1 { 1 cloudId, 2 json } }. */
export function encodeOpenData(items: readonly { cloudId: string; json: string }[]): Buffer {
  return Buffer.concat(
    items.map(({ cloudId, json }) =>
      bytesField(1, Buffer.concat([bytesField(1, Buffer.from(cloudId)), bytesField(2, Buffer.from(json))])),
    ),
  )
}

export function encodeReply(reply: OpenApiReply): Buffer {
  const parts: Buffer[] = []
  if (reply.data) parts.push(bytesField(1, reply.data))
  if (reply.contentType) parts.push(bytesField(2, Buffer.from(reply.contentType)))
  if (reply.errorCode) parts.push(intField(3, reply.errorCode))
  parts.push(intField(4, 200))
  if (reply.svrkitErrorCode !== undefined) parts.push(intField(6, reply.svrkitErrorCode))
  return Buffer.concat(parts)
}

function addPair(request: OpenApiRequest, bytes: Buffer): void {
  const parts: Record<number, Buffer> = {}
  for (const field of fieldsOf(bytes)) parts[field.id] = field.bytes
  const key = parts[1]?.toString() ?? ''
  const value = parts[2] ?? Buffer.alloc(0)
  if (parts[3]) {
    const filename = parts[4]?.toString() ?? ''
    request.media[key] = { contentType: parts[3].toString(), filename, bytes: value }
  } else {
    request.params[key] = JSON.parse(value.toString())
  }
}

function decodeSvrkit(bytes: Buffer): { apiName: string; data: Buffer } {
  const svrkit = { apiName: '', data: Buffer.alloc(0) as Buffer }
  for (const field of fieldsOf(bytes)) {
    if (field.id === 1) svrkit.apiName = field.bytes.toString()
    if (field.id === 2) svrkit.data = field.bytes
  }
  return svrkit
}

interface WireField {
  id: number
  /** Content of a length-delimited field; empty for numbers. */
  bytes: Buffer
}

const VARINT = 0
const BYTES = 2

function* fieldsOf(buffer: Buffer): Generator<WireField> {
  let at = 0
  const readVarint = (): number => {
    let value = 0n
    for (let shift = 0n; ; shift += 7n) {
      const byte = buffer[at++]
      if (byte === undefined || shift > 63n) throw new Error('protobuf: truncated number')
      value |= BigInt(byte & 0x7f) << shift
      if (byte < 0x80) return Number(value)
    }
  }
  while (at < buffer.length) {
    const tag = readVarint()
    const type = tag & 7
    if (type === VARINT) {
      readVarint()
      yield { id: tag >> 3, bytes: Buffer.alloc(0) }
    } else if (type === BYTES) {
      const length = readVarint()
      if (at + length > buffer.length) throw new Error('protobuf: truncated field')
      yield { id: tag >> 3, bytes: buffer.subarray(at, at + length) }
      at += length
    } else {
      throw new Error(`protobuf: wire type ${type} is not used by these messages`)
    }
  }
}

function varint(value: number): Buffer {
  const bytes: number[] = []
  // A negative int32 is sent as its 64-bit two's complement: ten bytes.
  for (let rest = BigInt.asUintN(64, BigInt(value)); ; rest >>= 7n) {
    if (rest < 0x80n) return Buffer.from([...bytes, Number(rest)])
    bytes.push(Number(rest & 0x7fn) | 0x80)
  }
}

const intField = (id: number, value: number): Buffer => Buffer.concat([varint(id << 3), varint(value)])

const bytesField = (id: number, value: Buffer): Buffer =>
  Buffer.concat([varint((id << 3) | BYTES), varint(value.length), value])
