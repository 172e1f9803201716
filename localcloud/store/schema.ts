/**
 * Brings the tables and indexes of a data folder into the declared form. Everything is found by its name, so the
 * declarations themselves are the only description; opening twice changes nothing.
 */
import type { DatabaseSyncInstance } from '@photostructure/sqlite'
import { DATABASE_LIMITS } from '../limits'
import { cloudError } from '../protocol/errors'
import {
  type Collection,
  collectionOf,
  fieldExpression,
  objectName,
  quoted,
  type SideTable,
} from './collection'
import { COLLECTION_NAME, type CollectionSpec, type IndexSpec } from './collections'
import { indexKeys } from './keys'
import { fromText } from './text'

/**
 * Creates missing collections and indexes, drops indexes that are no longer declared and returns every collection,
 * also those created at run time. Throws an Error naming collection and document when kept data break a new index.
 */
export function openSchema(db: DatabaseSyncInstance, declared: CollectionSpec[]): Map<string, Collection> {
  // One transaction: a crash half-way must not leave an index that is there but not filled.
  db.exec('BEGIN IMMEDIATE')
  try {
    const collections = reconcile(db, declared)
    db.exec('COMMIT')
    return collections
  } catch (error) {
    db.exec('ROLLBACK')
    throw error
  }
}

function reconcile(db: DatabaseSyncInstance, declared: CollectionSpec[]): Map<string, Collection> {
  const collections = new Map<string, Collection>()
  for (const name of storedNames(db)) collections.set(name, collectionOf(name, []))
  for (const { name, indexes } of declared) {
    if (!collections.has(name)) createTable(db, name)
    collections.set(name, collectionOf(name, indexes))
  }
  dropUndeclared(db, collections)
  for (const collection of collections.values()) {
    const missing = collection.indexes.filter((index) => !isBuilt(db, collection, index))
    if (missing.length === 0) continue
    checkKept(db, collection)
    for (const index of missing) build(db, collection, index)
  }
  return collections
}

/** Creates a collection at run time. Throws CloudError when it exists, is badly named or is one too many. */
export function createCollection(
  db: DatabaseSyncInstance,
  collections: Map<string, Collection>,
  name: string,
): Collection {
  if (!COLLECTION_NAME.test(name)) throw cloudError('INVALID_PARAM', `${name} is no collection name`)
  if (collections.has(name)) {
    throw cloudError(
      'DATABASE_REQUEST_FAILED',
      '[ResourceExist] Table exist. Please check your request, but if the problem persists, contact us.',
    )
  }
  if (collections.size >= DATABASE_LIMITS.maxCollections) {
    throw cloudError(
      'DATABASE_COLLECTION_EXCEED_LIMIT',
      `an environment holds at most ${DATABASE_LIMITS.maxCollections} collections`,
    )
  }
  createTable(db, name)
  const collection = collectionOf(name, [])
  collections.set(name, collection)
  return collection
}

function createTable(db: DatabaseSyncInstance, name: string): void {
  db.exec(`CREATE TABLE ${quoted(`c_${name}`)} (id TEXT PRIMARY KEY, doc TEXT NOT NULL, v INTEGER NOT NULL)`)
}

function storedNames(db: DatabaseSyncInstance): string[] {
  return objects(db, 'table', 'c_').map((name) => name.slice(2))
}

function dropUndeclared(db: DatabaseSyncInstance, collections: Map<string, Collection>): void {
  const wanted = new Set(
    [...collections.values()].flatMap(({ name, indexes }) =>
      indexes.flatMap((index) =>
        (['i', 'u', 'm', 'k'] as const).map((kind) => objectName(kind, name, index)),
      ),
    ),
  )
  for (const [type, prefix] of [
    ['index', 'i_'],
    ['index', 'u_'],
    ['table', 'm_'],
  ] as const) {
    for (const name of objects(db, type, prefix)) {
      if (!wanted.has(name)) db.exec(`DROP ${type.toUpperCase()} ${quoted(name)}`)
    }
  }
}

function isBuilt(db: DatabaseSyncInstance, { name }: Collection, index: IndexSpec): boolean {
  return index.multikey
    ? objects(db, 'table', objectName('m', name, index)).length > 0
    : objects(db, 'index', objectName('i', name, index)).length > 0
}

/** A new index over kept documents must hold the same promise as one that was there from the start. */
function checkKept(db: DatabaseSyncInstance, collection: Collection): void {
  for (const { id, doc } of rows(db, collection)) {
    try {
      indexKeys(collection, fromText(doc))
    } catch (error) {
      throw new Error(`kept document ${id}: ${(error as Error).message}`)
    }
  }
}

function build(db: DatabaseSyncInstance, collection: Collection, index: IndexSpec): void {
  const side = collection.sides.find((candidate) => candidate.index === index)
  if (side) return buildSide(db, collection, side)
  const columns = index.fields.map((field) => ({
    expression: fieldExpression(field.path, field.type),
    direction: field.direction === 'desc' ? ' DESC' : '',
  }))
  const plain = columns.map(({ expression, direction }) => expression + direction)
  db.exec(
    `CREATE INDEX ${quoted(objectName('i', collection.name, index))} ON ${collection.table} (${plain.join()})`,
  )
  if (!index.unique) return
  // SQLite lets many nulls into a unique index, the cloud lets in one: a blob no field can hold stands for null.
  // A second index, because the cover hides the plain expression from queries.
  const covered = columns.map(({ expression }) => `IFNULL(${expression}, x'00')`)
  try {
    db.exec(
      `CREATE UNIQUE INDEX ${quoted(objectName('u', collection.name, index))} ON ${collection.table} (${covered.join()})`,
    )
  } catch (error) {
    throw new Error(`index ${index.name} of ${collection.name}: ${(error as Error).message}`)
  }
}

function buildSide(db: DatabaseSyncInstance, collection: Collection, side: SideTable): void {
  const { index, table } = side
  const names = index.fields.map((_, position) => `k${position}`)
  const ordered = index.fields.map(
    (field, position) => `k${position}${field.direction === 'desc' ? ' DESC' : ''}`,
  )
  db.exec(`CREATE TABLE ${table} (id TEXT NOT NULL, ${names.join()}, PRIMARY KEY (id, k0)) WITHOUT ROWID`)
  db.exec(`CREATE INDEX ${quoted(objectName('k', collection.name, index))} ON ${table} (${ordered.join()})`)
  const insert = db.prepare(sideInsert(side))
  for (const { id, doc } of rows(db, collection)) {
    const own = indexKeys(collection, fromText(doc)).find((rows) => rows.table === side)
    for (const row of own?.rows ?? []) insert.run(id, ...row)
  }
}

/** Statement that adds one row to a side table. */
export function sideInsert({ index, table }: SideTable): string {
  return `INSERT INTO ${table} VALUES (?${', ?'.repeat(index.fields.length)})`
}

function rows(db: DatabaseSyncInstance, { table }: Collection): Iterable<{ id: string; doc: string }> {
  return db.prepare(`SELECT id, doc FROM ${table}`).iterate() as Iterable<{ id: string; doc: string }>
}

function objects(db: DatabaseSyncInstance, type: 'table' | 'index', prefix: string): string[] {
  const found = db
    .prepare('SELECT name FROM sqlite_schema WHERE type = ? AND substr(name, 1, ?) = ?')
    .all(type, prefix.length, prefix) as { name: string }[]
  return found.map(({ name }) => name)
}
