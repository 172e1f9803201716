/** Whole collections at once: seeding, reading everything, figures. None of it is counted as an action. */
import type { Collection } from './collection'
import { prepare } from './documents'
import type { Sqlite } from './sqlite'
import { duplicateKey, type Tables } from './tables'
import { type Document, fromText } from './text'

/** Size of one collection; `bytes` are those of its documents. */
export interface CollectionStats {
  name: string
  documents: number
  bytes: number
  indexes: string[]
}

/** Adds documents with the checks of every write. Throws CloudError naming the document at fault. */
export function add(tables: Tables, collection: Collection, documents: Iterable<object>): number {
  let count = 0
  for (const document of documents) {
    const prepared = prepare(collection, document as Document)
    if (tables.version(collection, prepared.id) !== 0) throw duplicateKey(collection, '_id_', prepared.id)
    tables.write(collection, prepared)
    count++
  }
  return count
}

/** Documents in the order they were added. */
export function* dump(sqlite: Sqlite, { table }: Collection): Generator<Document> {
  for (const { doc } of sqlite.iterate<{ doc: string }>(`SELECT doc FROM ${table} ORDER BY rowid`)) {
    yield fromText(doc)
  }
}

export function stats(sqlite: Sqlite, { name, table, indexes }: Collection): CollectionStats {
  const row = sqlite.get<{ documents: number; bytes: number }>(
    `SELECT count(*) AS documents, coalesce(sum(length(CAST(doc AS BLOB))), 0) AS bytes FROM ${table}`,
  )
  return { name, documents: 0, bytes: 0, ...row, indexes: indexes.map((index) => index.name) }
}
