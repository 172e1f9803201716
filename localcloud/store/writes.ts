/** Writing: every change of a document goes through here, outside and inside transactions alike. */
import { randomBytes } from 'node:crypto'
import { cloudError } from '../protocol/errors'
import type { Collection } from './collection'
import { prepare } from './documents'
import { type Access, duplicateKey } from './tables'
import { type Document, fromText } from './text'
import { applyUpdate, type Update } from './update'

/** Adds documents; those without `_id` get 32 hex digits. Returns the ids. Throws CloudError for a taken id. */
export function insert(access: Access, collection: Collection, documents: Document[]): string[] {
  return documents.map((given) => {
    const document = given._id === undefined ? { _id: randomBytes(16).toString('hex'), ...given } : given
    const prepared = prepare(collection, document)
    if (access.read(collection, prepared.id) !== undefined) {
      throw duplicateKey(collection, '_id_', prepared.id)
    }
    access.write(collection, prepared)
    return prepared.id
  })
}

/** Replaces a whole document or adds it. An equal document counts as not updated. */
export function set(
  access: Access,
  collection: Collection,
  id: string,
  content: Document,
): { updated: number; upserted: boolean } {
  if (content._id !== undefined && content._id !== id) {
    throw cloudError('DATABASE_REQUEST_FAILED', 'the _id of a document cannot be changed')
  }
  const prepared = prepare(collection, { _id: id, ...content })
  const before = access.read(collection, id)
  // Without this the next transaction would see a conflict with a write that changed nothing.
  if (before === prepared.text) return { updated: 0, upserted: false }
  access.write(collection, prepared)
  return { updated: before === undefined ? 0 : 1, upserted: before === undefined }
}

/** Updates the documents with these texts. Returns how many really changed. */
export function update(access: Access, collection: Collection, texts: string[], change: Update): number {
  let updated = 0
  for (const text of texts) {
    const document = fromText(text)
    applyUpdate(document, change)
    const prepared = prepare(collection, document)
    if (prepared.text === text) continue
    access.write(collection, prepared)
    updated++
  }
  return updated
}

/** Removes a document. Returns 1, or 0 when there was none. */
export function remove(access: Access, collection: Collection, id: string): number {
  if (access.read(collection, id) === undefined) return 0
  access.erase(collection, id)
  return 1
}
