/** The documents of a data folder, read and never written: also of one in use by a running cloud. */
import { DatabaseSync } from '@photostructure/sqlite'
import { quoted } from './collection'
import { type Document, fromText } from './text'

/**
 * Reads whole collections at one moment; a collection the folder does not have yet is empty.
 * @throws Error when the file is no store
 */
export function readStore<T>(file: string, read: (documents: (name: string) => Iterable<Document>) => T): T {
  const db = new DatabaseSync(file, { readOnly: true })
  try {
    // One transaction: what is read of two collections belongs together.
    db.exec('BEGIN')
    return read(function* (name) {
      const table = `c_${name}`
      const found = db.prepare("SELECT 1 FROM sqlite_master WHERE type = 'table' AND name = ?").get(table)
      if (!found) return
      const rows = db.prepare(`SELECT doc FROM ${quoted(table)} ORDER BY rowid`).iterate()
      for (const { doc } of rows as IterableIterator<{ doc: string }>) yield fromText(doc)
    })
  } finally {
    db.close()
  }
}
