/**
 * Transactions, optimistic: writes stay in a private layer, every document seen is remembered with its version,
 * and the commit is refused if one of them has changed since. Stricter than the cloud, which compares writes only:
 * what commits here rests on nothing that moved. Documents that a query did not find are not watched.
 */
import { randomBytes } from 'node:crypto'
import { DATABASE_LIMITS } from '../limits'
import { cloudError } from '../protocol/errors'
import type { Collection } from './collection'
import type { Prepared } from './documents'
import { compile } from './engine'
import { sortDocuments } from './order'
import type { Found, Reads, Selection } from './reads'
import type { Sqlite } from './sqlite'
import type { Access, Tables } from './tables'
import { fromText } from './text'

const TAIL = 'Please check your request, but if the problem persists, contact us.'

interface Seen {
  collection: Collection
  id: string
  version: number
}

interface Change {
  collection: Collection
  id: string
  /** Undefined: the document is removed. */
  document: Prepared | undefined
}

/** One open transaction: an {@link Access} whose writes nobody else sees until the commit. */
export class Transaction implements Access {
  readonly startedAt: number
  /** An operation of this transaction is under way. */
  busy = false
  readonly #tables: Tables
  readonly #seen = new Map<string, Seen>()
  readonly #changes = new Map<string, Change>()

  constructor(tables: Tables, startedAt: number) {
    this.#tables = tables
    this.startedAt = startedAt
  }

  read(collection: Collection, id: string): string | undefined {
    const change = this.#changes.get(keyOf(collection, id))
    this.#watch(collection, id)
    return change ? change.document?.text : this.#tables.read(collection, id)
  }

  write(collection: Collection, document: Prepared): void {
    this.#watch(collection, document.id)
    this.#changes.set(keyOf(collection, document.id), { collection, id: document.id, document })
  }

  erase(collection: Collection, id: string): void {
    this.#watch(collection, id)
    this.#changes.set(keyOf(collection, id), { collection, id, document: undefined })
  }

  /** Documents of a query as this transaction sees them: its own changes over what is kept. */
  found(reads: Reads, collection: Collection, selection: Selection): Found[] {
    const own = [...this.#changes.values()].filter((change) => change.collection === collection)
    const { query, order = {}, skip = 0, limit = Infinity } = selection
    const hidden = new Set(own.map((change) => change.id))
    // As many more as may turn out to be hidden by own changes.
    const kept = reads
      .found(collection, { query, order, limit: skip + limit + own.length })
      .filter(({ document }) => !hidden.has(document._id as string))
    const matches = compile(query)
    const added = own
      .flatMap(({ document }) =>
        document ? [{ text: document.text, document: fromText(document.text) }] : [],
      )
      .filter(({ document }) => matches(document))
    const all = added.length === 0 ? kept : sortDocuments([...kept, ...added], order, (item) => item.document)
    const page = all.slice(skip, skip + limit)
    for (const { document } of page) this.#watch(collection, document._id as string)
    return page
  }

  /** Whether every document seen is still the one that was seen. */
  isCurrent(): boolean {
    return [...this.#seen.values()].every(
      ({ collection, id, version }) => this.#tables.version(collection, id) === version,
    )
  }

  /** Puts the private layer into the tables. */
  apply(): void {
    for (const { collection, id, document } of this.#changes.values()) {
      if (document) this.#tables.write(collection, document)
      else this.#tables.erase(collection, id)
    }
  }

  /** The version at first sight counts: a later one is a change by somebody else and fails the commit. */
  #watch(collection: Collection, id: string): void {
    const key = keyOf(collection, id)
    if (!this.#seen.has(key)) {
      this.#seen.set(key, { collection, id, version: this.#tables.version(collection, id) })
    }
  }
}

export class Transactions {
  readonly #sqlite: Sqlite
  readonly #tables: Tables
  readonly #now: () => number
  readonly #open = new Map<string, Transaction>()

  constructor(sqlite: Sqlite, tables: Tables, now: () => number) {
    this.#sqlite = sqlite
    this.#tables = tables
    this.#now = now
  }

  /** Starts a transaction and returns its id. It lives 30 seconds by the store's clock. */
  start(): string {
    for (const [id, transaction] of this.#open) if (this.#isOver(transaction)) this.#open.delete(id)
    const id = randomBytes(16).toString('hex')
    this.#open.set(id, new Transaction(this.#tables, this.#now()))
    return id
  }

  /**
   * Runs one operation of a transaction. `hold` keeps the operation open for a while before it runs; a second one
   * that arrives meanwhile is refused as busy. Throws CloudError also when the transaction is unknown or too old.
   */
  async use<T>(
    id: string,
    hold: () => Promise<void>,
    operation: (transaction: Transaction) => T,
  ): Promise<T> {
    const transaction = this.#get(id)
    transaction.busy = true
    try {
      await hold()
      return operation(transaction)
    } finally {
      transaction.busy = false
    }
  }

  /** Writes everything at once, or nothing. Either way the transaction is over. */
  commit(id: string): void {
    const transaction = this.#get(id)
    this.#open.delete(id)
    this.#sqlite.write(() => {
      if (!transaction.isCurrent()) {
        throw cloudError(
          'DATABASE_TRANSACTION_CONFLICT',
          `[ResourceUnavailable.TransactionConflict] Transaction is conflict, maybe resource operated by others. ${TAIL}`,
        )
      }
      transaction.apply()
    })
  }

  /** Forgets the transaction and its writes. */
  abort(id: string): void {
    this.#get(id)
    this.#open.delete(id)
  }

  #get(id: string): Transaction {
    const transaction = this.#open.get(id)
    if (!transaction || this.#isOver(transaction)) {
      this.#open.delete(id)
      throw cloudError(
        'DATABASE_TRANSACTION_NOT_EXIST',
        '[ResourceNotFound.TransactionNotExist] Transaction does not exist on the server, transaction must be ' +
          `commit or abort in 30 seconds. ${TAIL}`,
      )
    }
    if (transaction.busy) {
      throw cloudError(
        'DATABASE_TRANSACTION_BUSY',
        `[ResourceUnavailable.TransactionBusy] Transaction is busy. ${TAIL}`,
      )
    }
    return transaction
  }

  #isOver(transaction: Transaction): boolean {
    return this.#now() - transaction.startedAt > DATABASE_LIMITS.transactionMs
  }
}

function keyOf(collection: Collection, id: string): string {
  return `${collection.name}\0${id}`
}
