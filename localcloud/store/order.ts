/** Orders of results: the request's words for them, and sorting in memory where no index gives the order. */
import { Buffer } from 'node:buffer'
import { compare, resolve } from 'mingo/util'
import { cloudError } from '../protocol/errors'
import { isPlainObject } from './operators'
import type { Document } from './text'

/** Path → 1 (ascending) or -1 (descending), the most significant path first. */
export type Order = Record<string, 1 | -1>

/** Checks an order of a request. Throws CloudError `INVALID_PARAM`. */
export function checkOrder(order: unknown): asserts order is Order {
  const valid =
    isPlainObject(order) &&
    Object.entries(order).every(([path, way]) => !path.startsWith('$') && (way === 1 || way === -1))
  if (!valid) throw cloudError('INVALID_PARAM', 'order must give 1 or -1 for each field')
}

/** The paths of an order with their directions. */
export function orderedEntries(order: Order): [string, 1 | -1][] {
  return Object.entries(order)
}

/** Sorts in place, keeping the given sequence among equals. An absent field counts as null, as in MongoDB. */
export function sortDocuments<T>(items: T[], order: Order, documentOf: (item: T) => Document): T[] {
  const entries = orderedEntries(order)
  return items.sort((a, b) => {
    for (const [path, way] of entries) {
      const result = compareValues(keyOf(documentOf(a), path, way), keyOf(documentOf(b), path, way))
      if (result !== 0) return result * way
    }
    return 0
  })
}

/** An array sorts by its smallest element going up and by its largest going down. */
function keyOf(document: Document, path: string, way: 1 | -1): unknown {
  const value: unknown = resolve(document, path) ?? null
  if (!Array.isArray(value)) return value
  return value.reduce((best, item) => (compareValues(item, best) * way < 0 ? item : best), value[0])
}

/** mingo compares strings by UTF-16 unit; MongoDB and SQLite by UTF-8 byte, which differs for rare characters. */
function compareValues(a: unknown, b: unknown): number {
  if (typeof a === 'string' && typeof b === 'string') return Buffer.compare(Buffer.from(a), Buffer.from(b))
  return compare(a, b)
}
