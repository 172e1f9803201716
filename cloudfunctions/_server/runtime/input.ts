import * as v from 'valibot'
import { contracts, type ActionId, type CallBody } from '@core/contracts'
import { AppError } from '@core/errors'

/** Largest event a function takes; the platform's own limit is twice that (platform.md). */
const MAX_EVENT_BYTES = 50 * 1024
const REQUEST_ID = /^[A-Za-z0-9_-]{8,64}$/

type Fields = Record<string, string>
type Schema = v.GenericSchema<unknown, unknown>

/** Words for what no contract words itself: unknown fields, missing ones, wrong types. */
v.setGlobalMessage((issue) => {
  if (issue.type === 'strict_object' && issue.expected === 'never') return '没有这一项'
  return issue.received === 'undefined' ? '请填写这一项' : '格式不对'
})

/**
 * The body of a call, as far as it can be judged without knowing the action.
 * @throws AppError TOO_LARGE naming the largest field; INVALID_INPUT naming what is missing
 */
export function readBody(event: unknown): CallBody {
  const { action, input, requestId } = (isObject(event) ? event : {}) as Partial<CallBody>
  if (bytesOf(event) > MAX_EVENT_BYTES) throw new AppError('TOO_LARGE', { fields: largestField(input) })
  const fields: Fields = {}
  if (typeof action !== 'string') fields.action = '缺少功能名称'
  if (typeof requestId !== 'string' || !REQUEST_ID.test(requestId))
    fields.requestId = '缺少请求编号，或格式不对'
  if (Object.keys(fields).length > 0) throw new AppError('INVALID_INPUT', { fields })
  return { action, input, requestId } as CallBody
}

/** The action's id, if this function has it. */
export function knownAction(functionName: string, action: string): ActionId {
  const known =
    Object.prototype.hasOwnProperty.call(contracts, action) && action.startsWith(`${functionName}.`)
  if (!known) throw new AppError('UNKNOWN_ACTION')
  return action as ActionId
}

/**
 * The input as its contract wants it.
 * @throws AppError INVALID_INPUT with the words for each field by its path
 */
export function parseInput(action: ActionId, input: unknown): unknown {
  const schema: Schema = contracts[action].input
  // To valibot an array is an object too.
  const result = v.safeParse(schema, isObject(input) ? withMissing(schema, input) : undefined)
  if (result.success) return result.output
  // A map, because a field may be called `__proto__`.
  const fields = new Map<string, string>()
  for (const issue of result.issues) {
    const path = v.getDotPath(issue) ?? 'input'
    if (!fields.has(path)) fields.set(path, issue.message)
  }
  throw new AppError('INVALID_INPUT', { fields: Object.fromEntries(fields) })
}

/** Names missing fields to their own schemas, which have better words for them than the object around them. */
function withMissing(schema: Schema, value: unknown): unknown {
  const entries = entriesOf(schema, value)
  if (!entries || !isObject(value)) return value
  const complete = new Map(Object.entries(value))
  for (const [key, entry] of Object.entries(entries)) {
    if (complete.has(key)) complete.set(key, withMissing(entry, complete.get(key)))
    else if (entry.type !== 'optional') complete.set(key, undefined)
  }
  return Object.fromEntries(complete)
}

interface Shape {
  entries?: Record<string, Schema>
  wrapped?: Schema
  options?: Schema[]
  key?: string
}

/** The fields of an object schema, also behind `optional` and, by the value's own choice, behind `variant`. */
function entriesOf(schema: Schema, value: unknown): Record<string, Schema> | undefined {
  const { entries, wrapped, options, key } = schema as Schema & Shape
  if (entries || !isObject(value)) return entries
  if (wrapped) return entriesOf(wrapped, value)
  const chosen = options?.find((option) => {
    const literal = key === undefined ? undefined : (option as Shape).entries?.[key]
    return literal !== undefined && v.is(literal, value[key!])
  })
  return chosen && entriesOf(chosen, value)
}

/** The field to shorten, when the whole is too large. */
function largestField(input: unknown): Fields {
  if (!isObject(input)) return { input: '内容太大了' }
  const sizes = Object.entries(input).map(([key, value]) => [key, bytesOf(value)] as const)
  const [largest] = sizes.sort((a, b) => b[1] - a[1])
  return { [largest?.[0] ?? 'input']: '内容太大了，请减少一些' }
}

const bytesOf = (value: unknown): number => Buffer.byteLength(JSON.stringify(value) ?? '')

const isObject = (value: unknown): value is Record<string, unknown> =>
  typeof value === 'object' && value !== null && !Array.isArray(value)
