import type { OpenApiFault } from '../faults'
import type { OpenApiReply } from '../protobuf'

/** One call, as an interface sees it. */
export interface ApiCall {
  params: Record<string, unknown>
  /** The function that calls. */
  functionName: string
  /** The person the function runs for, if any. */
  openid: string | undefined
  now: Date
  fault: OpenApiFault
}

export interface ApiAnswer {
  /** WeChat's errcode; 0 is success. */
  errcode: number
  errmsg?: string
  /** The rest of a JSON reply, snake_cased. */
  fields?: Record<string, unknown>
  /** A binary reply instead of JSON. */
  binary?: { bytes: Buffer; contentType: string }
  /** What the record keeps of the request; the parameters as they are when absent. */
  recorded?: Record<string, unknown>
  traceId?: string
}

/** Answers one openapi interface. Wrong parameters are answered with WeChat's own errcode. */
export type Api = (call: ApiCall) => ApiAnswer | Promise<ApiAnswer>

/** A refusal in WeChat's words. */
export const refusal = (errcode: number, errmsg: string): ApiAnswer => ({ errcode, errmsg })

/** A non-empty string, or null. */
export const text = (value: unknown): string | null =>
  typeof value === 'string' && value !== '' ? value : null

/** The JSON reply of an answer as the SDK expects it. */
export function jsonReply({ errcode, errmsg, fields }: ApiAnswer): OpenApiReply {
  const json = JSON.stringify({ errcode, errmsg: errmsg ?? (errcode === 0 ? 'ok' : 'error'), ...fields })
  return { data: Buffer.from(json), contentType: 'application/json; encoding=utf-8' }
}
