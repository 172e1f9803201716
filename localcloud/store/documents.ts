/**
 * What may be stored: the check every document passes before it is written, whoever writes it.
 * It yields the text to keep and the rows of the multikey side tables, so nothing is checked twice.
 */
import { Buffer } from 'node:buffer'
import { DATABASE_LIMITS } from '../limits'
import { cloudError } from '../protocol/errors'
import type { Collection } from './collection'
import { indexKeys, isPlainText, type SideRows } from './keys'
import { reachesPrototype } from './paths'
import { type Document, toText } from './text'

/** A document that passed every check and only has to be written. */
export interface Prepared {
  id: string
  text: string
  side: SideRows[]
}

/**
 * Checks a document for a collection. Throws CloudError `DATABASE_REQUEST_FAILED` naming the field that breaks
 * a rule: a key with `$`, `.` or a prototype name, an index of another type, a size or depth over the limit.
 */
export function prepare(collection: Collection, document: Document): Prepared {
  const id = document._id
  if (typeof id !== 'string' || id === '' || !isPlainText(id)) {
    throw cloudError('DATABASE_REQUEST_FAILED', `_id of ${collection.name} must be a non-empty string`)
  }
  if (Buffer.byteLength(id) > DATABASE_LIMITS.maxIndexKeyBytes) {
    throw cloudError(
      'DATABASE_REQUEST_FAILED',
      `_id of ${collection.name} is longer than an index key may be`,
    )
  }
  checkValue(document, '', 0)
  const text = toText(document)
  if (Buffer.byteLength(text) > DATABASE_LIMITS.maxDocumentBytes) {
    throw cloudError(
      'DATABASE_REQUEST_FAILED',
      `document ${id} of ${collection.name} is larger than ${DATABASE_LIMITS.maxDocumentBytes} bytes`,
    )
  }
  return { id, text, side: indexKeys(collection, document) }
}

/** Refuses a value that cannot be stored: a forbidden key at any depth, or nesting beyond the limit. */
export function checkValue(value: unknown, path: string, depth: number): void {
  if (value === null || typeof value !== 'object' || value instanceof Date || value instanceof RegExp) return
  if (depth >= DATABASE_LIMITS.maxDocumentDepth) {
    throw cloudError('DATABASE_REQUEST_FAILED', `${path} is nested deeper than a document may be`)
  }
  if (Array.isArray(value)) {
    value.forEach((item, position) => checkValue(item, `${path}.${position}`, depth + 1))
    return
  }
  for (const [key, item] of Object.entries(value)) {
    const inner = path === '' ? key : `${path}.${key}`
    if (key.startsWith('$') || key.includes('.') || reachesPrototype(key)) {
      throw cloudError('DATABASE_REQUEST_FAILED', `the key ${JSON.stringify(inner)} cannot be stored`)
    }
    checkValue(item, inner, depth + 1)
  }
}
