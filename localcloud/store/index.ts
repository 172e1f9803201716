/**
 * The document store of the local cloud: collections in one SQLite file, asked in MongoDB's language.
 * It knows nothing of HTTP or of EJSON on the wire; requests are turned into these calls by `protocol/`.
 */
import { mkdirSync, statSync } from 'node:fs'
import { dirname } from 'node:path'
import { cloudError } from '../protocol/errors'
import { Accounting, direct, type QueryAction, type QueryListener } from './accounting'
import { aggregate } from './aggregate'
import * as bulk from './bulk'
import type { Collection } from './collection'
import type { CollectionSpec } from './collections'
import { checkQuery } from './operators'
import { project } from './projection'
import { Reads, type Selection } from './reads'
import { createCollection, openSchema } from './schema'
import { type Durability, Sqlite } from './sqlite'
import { checkPipeline } from './stages'
import { Tables } from './tables'
import { type Document, fromText, toText } from './text'
import { type Transaction, Transactions } from './transactions'
import { checkUpdate } from './update'
import * as writes from './writes'

export type { QueryAction, QueryEvent, QueryListener } from './accounting'
export {
  type CollectionSpec,
  type IndexField,
  type IndexSpec,
  loadCollections,
  parseCollections,
} from './collections'
export type { Order } from './order'
export type { Selection } from './reads'
export type { Document } from './text'
export type { Transaction } from './transactions'

export interface StoreOptions {
  /** Path of the SQLite file; its folder is created. `:memory:` keeps everything in memory. */
  file: string
  collections: CollectionSpec[]
  durability: Durability
  /** The clock transactions live by. */
  clock: () => Date
}

export interface StoreStats {
  /** Bytes of the file on disk, 0 in memory. */
  fileBytes: number
  /** Database actions since the store was opened; a lookup inside an aggregation counts too. */
  actions: number
  collections: bulk.CollectionStats[]
}

/** Opens or creates a store. Throws an Error naming the cause when the folder or its data cannot be used. */
export function openStore(options: StoreOptions): Store {
  return new Store(options)
}

export class Store {
  readonly #file: string
  readonly #sqlite: Sqlite
  readonly #collections: Map<string, Collection>
  readonly #accounting = new Accounting()
  readonly #reads: Reads
  readonly #tables: Tables
  readonly #transactions: Transactions

  constructor({ file, collections, durability, clock }: StoreOptions) {
    this.#file = file
    if (file !== ':memory:') mkdirSync(dirname(file), { recursive: true })
    this.#sqlite = new Sqlite(file, durability)
    try {
      this.#collections = openSchema(this.#sqlite.db, collections)
    } catch (error) {
      this.#sqlite.close()
      throw error
    }
    this.#reads = new Reads(this.#sqlite, this.#accounting)
    this.#tables = new Tables(this.#sqlite)
    this.#transactions = new Transactions(this.#sqlite, this.#tables, () => clock().getTime())
  }

  close(): void {
    this.#sqlite.close()
  }

  /** Calls the listener for every database action; the returned function stops it. */
  onQuery(listener: QueryListener): () => void {
    return this.#accounting.listen(listener)
  }

  createCollection(name: string): void {
    this.#accounting.report(direct('createCollection', name))
    createCollection(this.#sqlite.db, this.#collections, name)
  }

  /** Documents of a selection as EJSON texts. Inside a transaction its own changes are seen. */
  find(name: string, selection: Selection, transaction?: Transaction): string[] {
    const collection = this.#collection(name)
    checkQuery(selection.query)
    if (!transaction) return this.#reads.texts(collection, selection)
    const id = onlyId(selection.query)
    if (id === undefined) {
      return shaped(transaction.found(this.#reads, collection, selection), selection)
    }
    this.#reportById(collection, 'find', id)
    const text = transaction.read(collection, id)
    return shaped(text === undefined ? [] : [{ text, document: fromText(text) }], selection)
  }

  /** Number of documents that match. Never inside a transaction: the SDK does not send one. */
  count(name: string, query: Document): number {
    const collection = this.#collection(name)
    checkQuery(query)
    return this.#reads.count(collection, query)
  }

  /** Runs an aggregation pipeline and returns the results as EJSON texts. */
  aggregate(name: string, pipeline: unknown): string[] {
    const collection = this.#collection(name)
    checkPipeline(pipeline)
    return aggregate(this.#reads, (from) => this.#collection(from), collection, pipeline)
  }

  /** Adds documents, all or none, and returns their ids. */
  insert(name: string, documents: Document[], transaction?: Transaction): string[] {
    const collection = this.#collection(name)
    this.#accounting.report(direct('insert', name))
    if (transaction) return writes.insert(transaction, collection, documents)
    return this.#sqlite.write(() => writes.insert(this.#tables, collection, documents))
  }

  /** Replaces or adds the document with this id. */
  set(
    name: string,
    id: string,
    content: Document,
    transaction?: Transaction,
  ): { updated: number; upserted: boolean } {
    const collection = this.#collection(name)
    this.#reportById(collection, 'set', id)
    if (transaction) return writes.set(transaction, collection, id, content)
    return this.#sqlite.write(() => writes.set(this.#tables, collection, id, content))
  }

  /**
   * Applies update operators to the documents that match, or only to the first. Returns how many really changed.
   * Inside a transaction the query must be on `_id` alone, which is all the SDK can send.
   */
  update(
    name: string,
    query: Document,
    change: unknown,
    { multi }: { multi: boolean },
    transaction?: Transaction,
  ): number {
    const collection = this.#collection(name)
    checkQuery(query)
    checkUpdate(change)
    if (transaction) {
      const id = idOf(query)
      this.#reportById(collection, 'update', id)
      const text = transaction.read(collection, id)
      return writes.update(transaction, collection, text === undefined ? [] : [text], change)
    }
    return this.#sqlite.write(() => {
      const limit = multi ? Infinity : 1
      const texts = this.#reads.texts(collection, { query, limit }, 'update')
      return writes.update(this.#tables, collection, texts, change)
    })
  }

  /** Removes the documents that match, or only the first. Returns how many there were. */
  remove(name: string, query: Document, { multi }: { multi: boolean }, transaction?: Transaction): number {
    const collection = this.#collection(name)
    checkQuery(query)
    if (transaction) {
      const id = idOf(query)
      this.#reportById(collection, 'remove', id)
      return writes.remove(transaction, collection, id)
    }
    return this.#sqlite.write(() => {
      const limit = multi ? Infinity : 1
      const matches = this.#reads.found(collection, { query, limit }, 'remove')
      return matches.reduce(
        (removed, { document }) => removed + writes.remove(this.#tables, collection, document._id as string),
        0,
      )
    })
  }

  startTransaction(): string {
    this.#accounting.report(direct('startTransaction'))
    return this.#transactions.start()
  }

  commitTransaction(id: string): void {
    this.#accounting.report(direct('commitTransaction'))
    this.#transactions.commit(id)
  }

  abortTransaction(id: string): void {
    this.#accounting.report(direct('abortTransaction'))
    this.#transactions.abort(id)
  }

  /** Runs one operation inside a transaction; see {@link Transactions.use}. */
  inTransaction<T>(id: string, hold: () => Promise<void>, run: (transaction: Transaction) => T): Promise<T> {
    return this.#transactions.use(id, hold, run)
  }

  /**
   * Adds many documents in one transaction of the file, for seeding. Returns how many. Throws CloudError naming the
   * document at fault, and then none is added.
   */
  import(name: string, documents: Iterable<object>): number {
    const collection = this.#collection(name)
    return this.#sqlite.write(() => bulk.add(this.#tables, collection, documents))
  }

  /** All documents of a collection in the order they were added. The store must not be written meanwhile. */
  dump(name: string): Generator<Document> {
    return bulk.dump(this.#sqlite, this.#collection(name))
  }

  stats(): StoreStats {
    return {
      fileBytes: this.#file === ':memory:' ? 0 : statSync(this.#file).size,
      actions: this.#accounting.count,
      collections: [...this.#collections.values()].map((collection) => bulk.stats(this.#sqlite, collection)),
    }
  }

  #collection(name: string): Collection {
    const collection = this.#collections.get(name)
    if (collection) return collection
    throw cloudError(
      'DATABASE_COLLECTION_NOT_EXIST',
      `[ResourceNotFound] Db or Table not exist: ${name}. ` +
        'Please check your request, but if the problem persists, contact us.',
    )
  }

  #reportById({ name }: Collection, action: QueryAction, id: string): void {
    this.#accounting.report(() => ({
      collection: name,
      action,
      query: { _id: id },
      order: {},
      usedIndex: true,
      sortedInMemory: false,
      scanned: 1,
    }))
  }
}

/** The id of a query that is on `_id` alone. */
function onlyId(query: Document): string | undefined {
  return Object.keys(query).length === 1 && typeof query._id === 'string' ? query._id : undefined
}

function idOf(query: Document): string {
  const id = onlyId(query)
  if (id === undefined) throw cloudError('INVALID_PARAM', 'inside a transaction only doc() can be written')
  return id
}

function shaped(found: { text: string; document: Document }[], { projection }: Selection): string[] {
  if (!projection) return found.map(({ text }) => text)
  const shape = project(projection)
  return found.map(({ document }) => toText(shape(document)))
}
