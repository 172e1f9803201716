/** What the database was asked: one event for each action, so that a test can fail on a query without an index. */
import type { Order } from './order'
import type { Document } from './text'

/** The database's own word for what it did. `lookup` is a part of an `aggregate`, not a request of its own. */
export type QueryAction =
  | 'find'
  | 'count'
  | 'insert'
  | 'set'
  | 'update'
  | 'remove'
  | 'aggregate'
  | 'lookup'
  | 'createCollection'
  | 'startTransaction'
  | 'commitTransaction'
  | 'abortTransaction'

export interface QueryEvent {
  /** Empty for actions on transactions. */
  collection: string
  action: QueryAction
  query: Document
  order: Order
  /** Documents were reached through an index (or `_id`), or none had to be looked for. */
  usedIndex: boolean
  /** An order was asked for that no index gave, so everything found was sorted before the first could be sent. */
  sortedInMemory: boolean
  /**
   * Documents read to answer, skipped ones included; without an index the size of the collection. What SQLite
   * itself leaves out while reading along an index is not in it.
   */
  scanned: number
}

export type QueryListener = (event: QueryEvent) => void

/** Listeners, and the count of actions since the store was opened. */
export class Accounting {
  readonly #listeners = new Set<QueryListener>()
  #count = 0

  get count(): number {
    return this.#count
  }

  get observed(): boolean {
    return this.#listeners.size > 0
  }

  /** Adds a listener; the returned function removes it. */
  listen(listener: QueryListener): () => void {
    this.#listeners.add(listener)
    return () => this.#listeners.delete(listener)
  }

  /** Counts an action. The event is built only if somebody listens. */
  report(event: () => QueryEvent): void {
    this.#count++
    if (!this.observed) return
    const built = event()
    for (const listener of this.#listeners) listener(built)
  }
}

/** An event for an action that looks for nothing: inserts and transactions. */
export function direct(action: QueryAction, collection = ''): () => QueryEvent {
  return () => ({
    collection,
    action,
    query: {},
    order: {},
    usedIndex: true,
    sortedInMemory: false,
    scanned: 0,
  })
}
