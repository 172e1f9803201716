/**
 * Reads the canonical EJSON the SDK sends inside JSON strings and turns it into the values the store works with:
 * JSON values, Date and RegExp. What the store cannot keep faithfully is refused, never bent.
 */
import { DATABASE_LIMITS } from '../limits'
import { reachesPrototype } from '../store/paths'
import { cloudError } from './errors'

type Json = Record<string, unknown>

/** Parses one EJSON text of a request. `now` gives the server date; `field` names the body field in errors. */
export function parseEjson(text: string, field: string, now: Date): unknown {
  let json: unknown
  try {
    json = JSON.parse(text)
  } catch {
    throw cloudError('INVALID_PARAM', `${field} is not valid JSON`)
  }
  return revive(json, { field, now, depth: 0 })
}

interface Reviving {
  field: string
  now: Date
  depth: number
}

function revive(value: unknown, at: Reviving): unknown {
  if (value === null || typeof value !== 'object') return value
  // Operators nest a few levels above the document's own limit; beyond that the recursion itself is the danger.
  if (at.depth > 2 * DATABASE_LIMITS.maxDocumentDepth) throw refused(at, 'is nested too deeply')
  const inner = { ...at, depth: at.depth + 1 }
  if (Array.isArray(value)) return value.map((item) => revive(item, inner))
  const object = value as Json
  const special = reviveSpecial(object, at)
  if (special !== undefined) return special.value
  const out: Json = {}
  for (const [key, item] of Object.entries(object)) {
    if (reachesPrototype(key)) throw refused(at, `may not use the key ${key}`)
    out[key] = revive(item, inner)
  }
  return out
}

function reviveSpecial(object: Json, at: Reviving): { value: unknown } | undefined {
  const keys = Object.keys(object)
  if (keys.length === 2 && '$regex' in object && '$options' in object) {
    return { value: { $regex: regExp(object.$regex, object.$options, at) } }
  }
  if (keys.length !== 1) return undefined
  const value = object[keys[0]]
  switch (keys[0]) {
    case '$numberInt':
    case '$numberLong':
    case '$numberDouble':
      return { value: number(value, at) }
    case '$date':
      return { value: date(value, at) }
    case '$tcb_server_date':
      return { value: new Date(at.now.getTime() + serverDateOffset(value, at)) }
    case '$regularExpression': {
      const { pattern, options } = asObject(value, at)
      return { value: regExp(pattern, options, at) }
    }
    case '$regex':
      return { value: { $regex: regExp(value, '', at) } }
    case '$oid':
    case '$binary':
    case '$numberDecimal':
    case '$timestamp':
    case '$uuid':
    case '$symbol':
    case '$code':
    case '$minKey':
    case '$maxKey':
    case '$undefined':
      // The SDK reads these back as damaged plain objects, so they must never be stored.
      throw refused(at, `may not hold a value of type ${keys[0]}`)
    default:
      return undefined
  }
}

function number(value: unknown, at: Reviving): number {
  const result = typeof value === 'string' && value.trim() !== '' ? Number(value) : Number.NaN
  if (Number.isNaN(result) && value !== 'NaN') throw refused(at, 'holds a malformed number')
  return result
}

function date(value: unknown, at: Reviving): Date {
  const time =
    typeof value === 'number'
      ? value
      : typeof value === 'string'
        ? Date.parse(value)
        : number(asObject(value, at).$numberLong, at)
  const result = new Date(time)
  if (Number.isNaN(result.getTime())) throw refused(at, 'holds a malformed date')
  return result
}

function serverDateOffset(value: unknown, at: Reviving): number {
  const offset = revive(asObject(value, at).offset ?? 0, at)
  if (typeof offset !== 'number' || !Number.isFinite(offset))
    throw refused(at, 'holds a malformed server date')
  return offset
}

function regExp(pattern: unknown, options: unknown, at: Reviving): RegExp {
  if (typeof pattern !== 'string' || typeof (options ?? '') !== 'string') {
    throw refused(at, 'holds a malformed regular expression')
  }
  // g and y make a RegExp remember its last position: the same query would then answer differently each time.
  const flags = [...new Set(String(options ?? ''))].filter((flag) => !'gy'.includes(flag)).join('')
  if (!/^[imsu]*$/.test(flags)) throw refused(at, `holds a regular expression with the option ${flags}`)
  try {
    return new RegExp(pattern, flags)
  } catch {
    throw refused(at, 'holds a malformed regular expression')
  }
}

function asObject(value: unknown, at: Reviving): Json {
  if (value === null || typeof value !== 'object') throw refused(at, 'holds a malformed value')
  return value as Json
}

function refused(at: Reviving, what: string) {
  return cloudError('INVALID_PARAM', `${at.field} ${what}`)
}
