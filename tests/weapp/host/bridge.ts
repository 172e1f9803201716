import type { Bridge } from './runtime/types'

export interface DoorOptions {
  /** Where the local cloud listens: `http://127.0.0.1:8100`. */
  baseUrl: string
  /** Id of the person who holds the phone, one of `GET /api/people`; it is also their openid. */
  person: string
}

/**
 * A call that reached no function, or one whose function broke. `errCode` is what `wx.cloud` would say: -501000 no
 * such function, -504002 the function broke, -1 no way to the cloud.
 */
export class BridgeFailure extends Error {
  constructor(
    message: string,
    readonly errCode: number,
  ) {
    super(message)
  }
}

const ERROR_CODES: Record<number, number> = { 404: -501000, 500: -504002 }

/**
 * The way to a local cloud through its H5 door, signed in as one person. The platform's identity is the session's;
 * the mini-program cannot name another.
 */
export function doorBridge({ baseUrl, person }: DoorOptions): Bridge {
  let session: Promise<string> | undefined
  let phoneCodes = 0

  return {
    callFunction: (name, data) => post(`/api/call/${name}`, JSON.stringify(data), 'application/json'),
    async uploadFile(_cloudPath, bytes) {
      // The door gives every file a path of its own, so what the mini-program proposed is not used.
      const { fileId } = (await post('/api/files', bytes, contentType(bytes))) as { fileId: string }
      return fileId
    },
    async download(url) {
      const response = await fetch(url)
      if (!response.ok) throw new BridgeFailure(`HTTP ${response.status}`, -1)
      return new Uint8Array(await response.arrayBuffer())
    },
    phoneCode: () => `phone:${person}:${process.pid}-${Date.now()}-${(phoneCodes += 1)}`,
  }

  async function post(path: string, body: string | Uint8Array, type: string): Promise<unknown> {
    session ??= signIn()
    const response = await reach(path, body, {
      'content-type': type,
      authorization: `Bearer ${await session}`,
    })
    if (response.ok) return response.json()
    throw new BridgeFailure(
      `HTTP ${response.status} ${await response.text()}`,
      ERROR_CODES[response.status] ?? -1,
    )
  }

  async function signIn(): Promise<string> {
    const response = await reach('/api/session', JSON.stringify({ person }), {
      'content-type': 'application/json',
    })
    if (!response.ok)
      throw new Error(`cannot sign in as ${person}: HTTP ${response.status} ${await response.text()}`)
    return ((await response.json()) as { token: string }).token
  }

  async function reach(
    path: string,
    body: string | Uint8Array,
    headers: Record<string, string>,
  ): Promise<Response> {
    try {
      return await fetch(baseUrl + path, { method: 'POST', body: body as BodyInit, headers })
    } catch (error) {
      throw new BridgeFailure(`request:fail ${(error as Error).message}`, -1)
    }
  }
}

/** The kinds of file a phone uploads, by their first bytes. */
const SIGNATURES: [at: number, bytes: string, type: string][] = [
  [0, '\xff\xd8\xff', 'image/jpeg'],
  [1, 'PNG', 'image/png'],
  [0, 'GIF8', 'image/gif'],
  [8, 'WEBP', 'image/webp'],
  [4, 'ftypheic', 'image/heic'],
  [4, 'ftyp', 'audio/mp4'],
  [0, 'ID3', 'audio/mpeg'],
  [8, 'WAVE', 'audio/wav'],
  [0, '\xff\xf1', 'audio/aac'],
  [0, '\xff\xfb', 'audio/mpeg'],
]

function contentType(bytes: Uint8Array): string {
  const head = String.fromCharCode(...bytes.subarray(0, 16))
  return SIGNATURES.find(([at, start]) => head.startsWith(start, at))?.[2] ?? 'application/octet-stream'
}
