/** Reading: a plan is run, rows it cannot judge are tested, and what no index sorts is sorted here. */
import { valueAt } from './paths'
import type { Accounting, QueryAction } from './accounting'
import type { Collection } from './collection'
import { compile } from './engine'
import { distanceWithin, nearOf } from './geo-operators'
import { cloudError } from '../protocol/errors'
import { isCondition } from './operators'
import { type Order, sortDocuments } from './order'
import { type Plan, plan } from './planner'
import { project, type Projection } from './projection'
import type { Sqlite } from './sqlite'
import { type Document, fromText, toText } from './text'

/** What a read asks for. `limit` and `skip` count documents; `limit` may be Infinity inside the store. */
export interface Selection {
  query: Document
  order?: Order
  skip?: number
  limit?: number
  projection?: Projection
}

/** A document that was found, in its stored text and as values. */
export interface Found {
  text: string
  document: Document
}

/** SQLite's word for "no limit". */
const UNLIMITED = -1

export class Reads {
  readonly #sqlite: Sqlite
  readonly #accounting: Accounting

  constructor(sqlite: Sqlite, accounting: Accounting) {
    this.#sqlite = sqlite
    this.#accounting = accounting
  }

  /** Documents of a selection as texts in EJSON, ready to be sent. The query must be checked before. */
  texts(collection: Collection, selection: Selection, action: QueryAction = 'find'): string[] {
    if (selection.projection) {
      const shape = project(selection.projection)
      return this.found(collection, selection, action).map(({ document }) => toText(shape(document)))
    }
    const planned = plan(collection, selection.query, selection.order)
    if (!planned.exact || planned.order === undefined || nearIn(collection, selection.query)) {
      return this.found(collection, selection, action).map(({ text }) => text)
    }
    return this.#exact(collection, selection, planned, action)
  }

  /** As {@link texts}, with each document's values; the projection is left to the caller. */
  found(collection: Collection, selection: Selection, action: QueryAction = 'find'): Found[] {
    const { query, order = {}, skip = 0, limit = Infinity } = selection
    const near = nearIn(collection, query)
    const planned = plan(collection, query, order)
    if (planned.exact && planned.order !== undefined && !near) {
      return this.#exact(collection, selection, planned, action).map((text) => ({
        text,
        document: fromText(text),
      }))
    }
    const sorted = Object.keys(order).length > 0
    const inOrder = planned.order !== undefined && (sorted || !near)
    const matches = this.#tested(collection, selection, planned, inOrder ? skip + limit : Infinity, action)
    if (near && !sorted) return byDistance(matches, near).slice(skip, skip + limit)
    if (!inOrder) sortDocuments(matches, order, (match) => match.document)
    return matches.slice(skip, skip + limit)
  }

  /** Number of documents that match. */
  count(collection: Collection, query: Document): number {
    if (nearIn(collection, query)) {
      throw cloudError('DATABASE_REQUEST_FAILED', '$nearSphere is not allowed in count, use $geoWithin')
    }
    const planned = plan(collection, query)
    if (!planned.exact) return this.#tested(collection, { query }, planned, Infinity, 'count').length
    const sql = `SELECT count(*) AS n FROM ${planned.from}${planned.where}`
    const n = this.#sqlite.get<{ n: number }>(sql, ...planned.params)?.n ?? 0
    this.#report(collection, { query }, 'count', sql, false, n)
    return n
  }

  #exact(collection: Collection, selection: Selection, planned: Plan, action: QueryAction): string[] {
    const { skip = 0, limit = Infinity } = selection
    const { from, where, order, gathered } = planned
    const rest = `${from}${where}${order} LIMIT ? OFFSET ?`
    const sql = gathered
      ? `SELECT d.doc AS doc FROM (SELECT s.* FROM ${rest}) s CROSS JOIN ${collection.table} d ON d.id = s.id${order}`
      : `SELECT d.doc AS doc FROM ${rest}`
    const rows = this.#sqlite.all<{ doc: string }>(
      sql,
      ...planned.params,
      limit === Infinity ? UNLIMITED : limit,
      skip,
    )
    const bounded = limit !== Infinity && Object.keys(selection.order ?? {}).length > 0
    this.#report(collection, selection, action, sql, bounded, rows.length + skip)
    return rows.map((row) => row.doc)
  }

  /** Tests each row of an inexact plan until enough have matched. */
  #tested(
    collection: Collection,
    selection: Selection,
    planned: Plan,
    enough: number,
    action: QueryAction,
  ): Found[] {
    const test = compile(selection.query)
    const sql = `SELECT d.doc AS doc FROM ${planned.from}${planned.where}${planned.order ?? ''}`
    const matches: Found[] = []
    let scanned = 0
    if (enough > 0) {
      for (const { doc } of this.#sqlite.iterate<{ doc: string }>(sql, ...planned.params)) {
        scanned++
        const document = fromText(doc)
        if (test(document) && matches.push({ text: doc, document }) >= enough) break
      }
    }
    this.#report(collection, selection, action, sql, false, scanned)
    return matches
  }

  #report(
    collection: Collection,
    { query, order = {} }: Selection,
    action: QueryAction,
    sql: string,
    bounded: boolean,
    read: number,
  ): void {
    this.#accounting.report(() => {
      const { usesIndex, sorts } = this.#sqlite.explain(sql, bounded)
      const scanned = usesIndex ? read : this.size(collection)
      // An order SQL cannot express is not in the statement, and then it is sorted here.
      const sortedInMemory = sorts || (Object.keys(order).length > 0 && !sql.includes(' ORDER BY '))
      return {
        collection: collection.name,
        action,
        query,
        order,
        usedIndex: usesIndex,
        sortedInMemory,
        scanned,
      }
    })
  }

  /** Documents in the collection. Not counted as an action. */
  size(collection: Collection): number {
    return this.#sqlite.get<{ n: number }>(`SELECT count(*) AS n FROM ${collection.table}`)?.n ?? 0
  }
}

/** The "near" condition of a query, which also gives the order. As in the cloud it needs a declared point index. */
function nearIn(collection: Collection, query: Document): { path: string; operand: unknown } | undefined {
  for (const [path, condition] of Object.entries(query)) {
    if (path === '$and') {
      const inner = (condition as Document[]).map((part) => nearIn(collection, part)).find(Boolean)
      if (inner) return inner
    }
    if (!isCondition(condition) || condition.$nearSphere === undefined) continue
    if (collection.fields.get(path)?.type !== 'point') {
      throw cloudError(
        'DATABASE_REQUEST_FAILED',
        `unable to find index for $geoNear query: declare a point index on ${path}`,
      )
    }
    return { path, operand: condition.$nearSphere }
  }
  return undefined
}

function byDistance(matches: Found[], { path, operand }: { path: string; operand: unknown }): Found[] {
  const bounds = nearOf(operand)
  return matches
    .map((match) => ({ match, metres: distanceWithin(bounds, valueAt(match.document, path)) ?? Infinity }))
    .sort((a, b) => a.metres - b.metres)
    .map(({ match }) => match)
}
