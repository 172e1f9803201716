/**
 * Keys of declared indexes. SQLite compares what an expression finds in the document's text, which is exactly
 * MongoDB's order only while a field keeps its declared type; so another type or an undeclared array is refused
 * when it is written. (A random comparison of 6000 queries had no mismatch with this rule, 1445 without.)
 */
import { Buffer } from 'node:buffer'
import { DATABASE_LIMITS } from '../limits'
import { cloudError } from '../protocol/errors'
import type { Collection, SideTable } from './collection'
import { type FieldType, type IndexField, type IndexSpec, isArrayField } from './collections'
import { pointOf } from './geo'
import type { Document } from './text'

/** What an index column holds. */
export type Key = string | number | null

/** The rows of one multikey side table that belong to one document. */
export interface SideRows {
  table: SideTable
  rows: Key[][]
}

/** Checks every index of the collection against the document and returns the rows of its side tables. */
export function indexKeys(collection: Collection, document: Document): SideRows[] {
  const side: SideRows[] = []
  for (const index of collection.indexes) {
    const columns = index.fields.map((field, position) =>
      isArrayField(index, position)
        ? elements(collection, index, field, document)
        : [scalar(collection, index, field, valueAt(collection, index, field, document))],
    )
    const [first, ...rest] = columns
    const tail = rest.map((column) => column[0])
    for (const key of first) checkSize(collection, index, [key, ...tail])
    const table = collection.sides.find((candidate) => candidate.index === index)
    // No query goes through a side table to look for nothing, so an absent element has no row.
    const present = first.filter((key) => key !== null)
    if (table) side.push({ table, rows: present.map((key) => [key, ...tail]) })
  }
  return side
}

/**
 * The column value of a query operand or a field: dates become milliseconds, booleans 0/1, points their latitude.
 * `undefined` when the value is not of the declared type.
 */
export function keyOf(type: FieldType, value: unknown): Key | undefined {
  switch (type) {
    case 'string':
      return typeof value === 'string' && isPlainText(value) ? value : undefined
    case 'number':
      return typeof value === 'number' && Number.isFinite(value) ? value : undefined
    case 'date':
      return value instanceof Date ? value.getTime() : undefined
    case 'boolean':
      return typeof value === 'boolean' ? Number(value) : undefined
    case 'point':
      return pointOf(value)?.[1]
  }
}

/** Whether SQLite compares this text exactly as the cloud does: no NUL, no half of a surrogate pair. */
export function isPlainText(text: string): boolean {
  return !text.includes('\0') && Buffer.from(text).toString() === text
}

function scalar(collection: Collection, index: IndexSpec, field: IndexField, value: unknown): Key {
  if (value === undefined || value === null) return null
  const key = keyOf(field.type, value)
  if (key === undefined) throw refused(collection, index, `${field.path} must be a ${field.type}`)
  return key
}

function elements(collection: Collection, index: IndexSpec, field: IndexField, document: Document): Key[] {
  const value = valueAt(collection, index, field, document)
  const items = Array.isArray(value) ? value : [value]
  // One row for each different element: a document is found once however often it repeats a value.
  return [...new Set(items.map((item) => scalar(collection, index, field, item)))]
}

/** Follows a dotted path. An array on the way would make the index multikey without having been declared so. */
function valueAt(collection: Collection, index: IndexSpec, field: IndexField, document: Document): unknown {
  let value: unknown = document
  for (const part of field.path.split('.')) {
    if (Array.isArray(value)) throw refused(collection, index, `${field.path} runs through an array`)
    if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined
    value = (value as Document)[part]
  }
  return value
}

function checkSize(collection: Collection, index: IndexSpec, key: Key[]): void {
  const bytes = key.reduce<number>(
    (sum, part) => sum + (typeof part === 'string' ? Buffer.byteLength(part) : 8),
    0,
  )
  if (bytes > DATABASE_LIMITS.maxIndexKeyBytes) {
    throw refused(collection, index, `key too large to index, ${bytes} bytes`)
  }
}

function refused(collection: Collection, index: IndexSpec, what: string) {
  return cloudError('DATABASE_REQUEST_FAILED', `index ${index.name} of ${collection.name}: ${what}`)
}
