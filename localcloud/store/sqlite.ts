/** The SQLite file under the store: one connection, prepared statements, write transactions, versions. */
import { DatabaseSync, type DatabaseSyncInstance, type StatementSyncInstance } from '@photostructure/sqlite'
import type { Key } from './keys'

/** `full`: an acknowledged write survives a power cut. `off`: for tests, survives only the process. */
export type Durability = 'full' | 'off'

/** Statements kept ready. The planner's texts are few (values are bound), so this is room enough. */
const KEPT_STATEMENTS = 500

/** Versions of one opening of the file. Far more than one process writes, and 2^21 openings still fit a double. */
const VERSIONS_PER_OPENING = 2 ** 32

export class Sqlite {
  readonly db: DatabaseSyncInstance
  readonly #statements = new Map<string, StatementSyncInstance>()
  readonly #explained = new Map<string, Explained>()
  #version: number

  /** Opens or creates the file. Throws an Error that says why when it is no readable store. */
  constructor(file: string, durability: Durability) {
    this.db = new DatabaseSync(file)
    this.db.exec('PRAGMA journal_mode = WAL')
    this.db.exec(`PRAGMA synchronous = ${durability === 'full' ? 'FULL' : 'OFF'}`)
    this.db.exec('PRAGMA cache_size = -32768')
    this.#version = this.#nextOpening() * VERSIONS_PER_OPENING
  }

  close(): void {
    this.#statements.clear()
    if (this.db.isOpen) this.db.close()
  }

  /** A version no document of this file has ever had, so that a deleted and re-added document shows as changed. */
  nextVersion(): number {
    return ++this.#version
  }

  /** First row of a statement, or undefined. */
  get<Row>(sql: string, ...params: Key[]): Row | undefined {
    return this.#prepared(sql).get(...params) as Row | undefined
  }

  /** All rows of a statement. */
  all<Row>(sql: string, ...params: Key[]): Row[] {
    return this.#prepared(sql).all(...params) as Row[]
  }

  /** Rows one at a time. Its own statement, because a cached one may be run again while this is being read. */
  iterate<Row>(sql: string, ...params: Key[]): IterableIterator<Row> {
    return this.db.prepare(sql).iterate(...params) as IterableIterator<Row>
  }

  run(sql: string, ...params: Key[]): number {
    return this.#prepared(sql).run(...params).changes
  }

  /** Runs the writes as one transaction of the file: all or nothing. */
  write<T>(writes: () => T): T {
    this.db.exec('BEGIN IMMEDIATE')
    try {
      const result = writes()
      this.db.exec('COMMIT')
      return result
    } catch (error) {
      this.db.exec('ROLLBACK')
      throw error
    }
  }

  /**
   * How SQLite answers the statement, by its own account (EXPLAIN QUERY PLAN). Walking a whole index in order
   * counts as using it only if `bounded` says that the statement stops at its limit.
   */
  explain(sql: string, bounded: boolean): Explained {
    const key = `${bounded} ${sql}`
    let answer = this.#explained.get(key)
    if (answer === undefined) {
      const plan = this.db.prepare(`EXPLAIN QUERY PLAN ${sql}`).all() as { detail: string }[]
      answer = {
        usesIndex: plan.every(({ detail }) => isIndexed(detail, bounded)),
        sorts: plan.some(({ detail }) => detail.startsWith('USE TEMP B-TREE')),
      }
      this.#explained.set(key, answer)
    }
    return answer
  }

  #prepared(sql: string): StatementSyncInstance {
    let statement = this.#statements.get(sql)
    if (!statement) {
      statement = this.db.prepare(sql)
      if (this.#statements.size >= KEPT_STATEMENTS) {
        this.#statements.delete(this.#statements.keys().next().value as string)
      }
      this.#statements.set(sql, statement)
    }
    return statement
  }

  #nextOpening(): number {
    this.db.exec('CREATE TABLE IF NOT EXISTS openings (n INTEGER PRIMARY KEY)')
    return this.write(() => {
      const last = this.get<{ n: number | null }>('SELECT max(n) AS n FROM openings')?.n ?? 0
      this.run('DELETE FROM openings')
      this.run('INSERT INTO openings VALUES (?)', last + 1)
      return last + 1
    })
  }
}

/**
 * One line of a query plan: `SEARCH x USING INDEX …`, `SCAN x [USING INDEX …]`, or a note about sorting. Bound lists and
 * what a subquery `s` has found (on lines of its own) are walked whole and are no tables.
 */
function isIndexed(detail: string, bounded: boolean): boolean {
  if (!/^SCAN (?!(json_each|s)\b)/.test(detail)) return true
  return bounded && /USING (COVERING )?INDEX/.test(detail)
}

/** SQLite's account of a statement. */
export interface Explained {
  usesIndex: boolean
  /** The result is sorted after it was found. */
  sorts: boolean
}

/** What the driver throws. */
export interface SqliteError extends Error {
  errcode: number
}
