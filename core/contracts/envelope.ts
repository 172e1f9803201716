import type { ErrorCode } from '../errors'

/** What a client sends with every call. `requestId` makes a retry the same call: same answer, one effect. */
export interface CallBody {
  action: string
  input: unknown
  requestId: string
}

export interface EnvelopeError {
  code: ErrorCode
  message: string
  retryable: boolean
  requestId: string
  fields?: Record<string, string>
  data?: unknown
}

/** What every function answers. */
export type Envelope<T> = { ok: true; data: T } | { ok: false; error: EnvelopeError }
