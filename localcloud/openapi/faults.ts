/** A failure or an answer put in the way of an openapi call by configuration, for tests. */
export interface OpenApiFault {
  /** WeChat's business error, e.g. 43101. */
  errcode?: number
  errmsg?: string
  /** Error of the platform itself, e.g. -604101. */
  platformError?: number
  /** Error of the gateway, e.g. `{ code: 'INVALID_PARAM', message: '…' }`. */
  gateway?: { code: string; message: string }
  /** Fields laid over the normal reply, e.g. `{ result: { suggest: 'risky', label: 20001 } }`. */
  reply?: Record<string, unknown>
  /** For security.mediaCheckAsync: the verdict that is pushed later. */
  verdict?: 'pass' | 'review' | 'risky'
}

/** What a fault function is told. */
export interface FaultedCall {
  api: string
  params: Record<string, unknown>
  openid?: string
}

/** By openapi name: a fault, or a function that decides for each call. */
export type OpenApiFaults = Record<
  string,
  OpenApiFault | ((call: FaultedCall) => OpenApiFault | undefined) | undefined
>

export function faultFor(faults: OpenApiFaults, call: FaultedCall): OpenApiFault {
  const fault = Object.hasOwn(faults, call.api) ? faults[call.api] : undefined
  return (typeof fault === 'function' ? fault(call) : fault) ?? {}
}
