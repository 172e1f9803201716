/** The kept documents, one at a time by id: the table of a collection together with its side tables. */
import type { SqliteError } from './sqlite'
import { type Collection, objectName } from './collection'
import type { Prepared } from './documents'
import { cloudError } from '../protocol/errors'
import { sideInsert } from './schema'
import type { Sqlite } from './sqlite'

/** Where single documents are read and written: the tables, or a transaction's private layer over them. */
export interface Access {
  /** Text of a document, or undefined. */
  read(collection: Collection, id: string): string | undefined
  /** Adds or replaces a document. Throws CloudError when it breaks a unique index. */
  write(collection: Collection, document: Prepared): void
  erase(collection: Collection, id: string): void
}

/** SQLite's code for a broken unique index. */
const CONSTRAINT_UNIQUE = 2067

export class Tables implements Access {
  readonly #sqlite: Sqlite

  constructor(sqlite: Sqlite) {
    this.#sqlite = sqlite
  }

  read(collection: Collection, id: string): string | undefined {
    return this.#sqlite.get<{ doc: string }>(`SELECT doc FROM ${collection.table} WHERE id = ?`, id)?.doc
  }

  /** Version of a document: another number after every write, 0 while there is none. */
  version(collection: Collection, id: string): number {
    return this.#sqlite.get<{ v: number }>(`SELECT v FROM ${collection.table} WHERE id = ?`, id)?.v ?? 0
  }

  write(collection: Collection, document: Prepared): void {
    const { id, text, side } = document
    try {
      this.#sqlite.run(
        `INSERT INTO ${collection.table} (id, doc, v) VALUES (?, ?, ?)
         ON CONFLICT (id) DO UPDATE SET doc = excluded.doc, v = excluded.v`,
        id,
        text,
        this.#sqlite.nextVersion(),
      )
    } catch (error) {
      throw uniqueError(collection, error) ?? error
    }
    for (const { table, rows } of side) {
      this.#sqlite.run(`DELETE FROM ${table.table} WHERE id = ?`, id)
      for (const row of rows) this.#sqlite.run(sideInsert(table), id, ...row)
    }
  }

  erase(collection: Collection, id: string): void {
    this.#sqlite.run(`DELETE FROM ${collection.table} WHERE id = ?`, id)
    for (const { table } of collection.sides) this.#sqlite.run(`DELETE FROM ${table} WHERE id = ?`, id)
  }
}

/** The cloud's text for a second document with one key. */
export function duplicateKey(collection: Collection, index: string, key: string) {
  return cloudError(
    'DATABASE_REQUEST_FAILED',
    `[FailedOperation.Insert] multiple write errors: [{write errors: [{E11000 duplicate key error collection: ` +
      `local.${collection.name} index: ${index} dup key: { : ${JSON.stringify(key)} }}]}, {<nil>}]`,
  )
}

function uniqueError(collection: Collection, error: unknown) {
  const { errcode, message } = error as SqliteError
  if (errcode !== CONSTRAINT_UNIQUE) return undefined
  const broken = collection.indexes.find((index) => message.includes(objectName('u', collection.name, index)))
  return broken && duplicateKey(collection, broken.name, broken.fields.map((field) => field.path).join())
}
