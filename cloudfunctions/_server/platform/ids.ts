import { randomBytes } from 'node:crypto'
import { keyedHash, sha256 } from './crypto'

/**
 * The name of one intent of one person, 32 hex: the id of what it makes, the key of the event it adds. A retry has the
 * same name, so it finds itself.
 */
export const requestKey = (personId: string, requestId: string): string =>
  sha256(JSON.stringify([personId, requestId])).slice(0, 32)

/**
 * Hash of a request's input, 32 hex. Keyed, because an input may hold a phone number and little else, and then a plain
 * hash would give it away (R-X3).
 */
export const inputHash = (action: string, input: unknown): string =>
  keyedHash('input', `${action}\n${canonical(input)}`)

/** Fresh random text, 32 hex. */
export const randomId = (): string => randomBytes(16).toString('hex')

/** JSON with sorted keys, so that the order in which a client writes its fields does not matter. */
function canonical(value: unknown): string {
  return JSON.stringify(value, (_key, item: unknown) =>
    typeof item === 'object' && item !== null && !Array.isArray(item)
      ? Object.fromEntries(Object.entries(item).sort(([a], [b]) => (a < b ? -1 : 1)))
      : item,
  )
}
