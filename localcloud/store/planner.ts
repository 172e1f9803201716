/**
 * Turns the part of a query that indexes can answer into SQL: equality, `in`, ranges and order on declared fields.
 * Every SQL condition admits at least what the query admits; `exact` says that it admits nothing else. Where it is
 * not exact, each row is tested by the engine afterwards. A comparison with mingo alone over random queries proves it.
 */
import { type Collection, fieldExpression, type SideTable } from './collection'
import type { FieldType } from './collections'
import { latitudeBand } from './geo-operators'
import { type Key, keyOf } from './keys'
import { isCondition, isPlainObject } from './operators'
import { orderedEntries, type Order } from './order'
import type { Document } from './text'

/** SQL for one read: what stands after FROM and WHERE, with its values. The document is `d.doc`, its id `d.id`. */
export interface Plan {
  from: string
  where: string
  params: Key[]
  /** The SQL alone decides; no row needs a test. */
  exact: boolean
  /** ORDER BY with a leading blank; empty if no order was asked; undefined if SQL cannot express it. */
  order: string | undefined
  /** Rows meet from several places of one index, `s`: sort and cut there before documents are fetched. */
  gathered: boolean
}

interface Clause {
  sql: string
  params: Key[]
}

/** Conditions that all hold. */
interface Conjunction {
  clauses: Clause[]
  exact: boolean
}

const NOT_SQL: Conjunction = { clauses: [], exact: false }
const COMPARISONS: Record<string, string> = { $gt: '>', $gte: '>=', $lt: '<', $lte: '<=' }

/** A side table to read along: its rows that meet one condition of the query. */
interface Way {
  side: SideTable
  rows: string
  params: Key[]
  gathered: boolean
}

/** Plans a checked query. */
export function plan(collection: Collection, query: Document, order: Order = {}): Plan {
  const way = alongValue(collection, query, order) ?? alongList(collection, query, order)
  const planner = new Planner(collection, way?.side)
  const { clauses, exact } = planner.conjunction(way ? without(query, arrayOf(way.side).path) : query)
  return {
    from: way ? `${way.rows} s CROSS JOIN ${collection.table} d ON d.id = s.id` : `${collection.table} d`,
    where: clauses.length === 0 ? '' : ` WHERE ${clauses.map((clause) => clause.sql).join(' AND ')}`,
    params: [...(way?.params ?? []), ...clauses.flatMap((clause) => clause.params)],
    exact,
    order: planner.order(order),
    gathered: way?.gathered ?? false,
  }
}

/**
 * Along a side table whose array is compared with a single value, so that each document comes once, in the order of
 * the index. Of several the one that also holds most of the other fields asked for, and of those the narrowest: a
 * field in between that was not asked for would break the order.
 */
function alongValue(collection: Collection, query: Document, order: Order): Way | undefined {
  const asked = new Set([...Object.keys(query), ...Object.keys(order)])
  const covered = (side: SideTable) => side.index.fields.filter((field) => asked.has(field.path)).length
  const [side] = collection.sides
    .filter((each) => singleValue(query, each) !== undefined)
    .sort((a, b) => covered(b) - covered(a) || a.index.fields.length - b.index.fields.length)
  if (!side) return undefined
  const rows = `(SELECT ${columnsOf(side)} FROM ${side.table} WHERE k0 = ?)`
  return { side, rows, params: [singleValue(query, side)!], gathered: false }
}

function singleValue(query: Document, side: SideTable): Key | undefined {
  const { path, type } = arrayOf(side)
  const condition = query[path]
  const value = isCondition(condition) && Object.keys(condition).length === 1 ? condition.$eq : condition
  return keyOf(type, value)
}

/**
 * Along a side table whose array is compared with a list, if the index holds everything else that was asked for. A
 * document comes once, however many of its elements are in the list.
 */
function alongList(collection: Collection, query: Document, order: Order): Way | undefined {
  const asked = [...Object.keys(query), ...Object.keys(order).filter((path) => path !== '_id')]
  for (const side of collection.sides) {
    const { path, type } = arrayOf(side)
    const condition = query[path]
    if (!isCondition(condition) || Object.keys(condition).join() !== '$in') continue
    if (!asked.every((one) => side.index.fields.some((field) => field.path === one))) continue
    const [list] = compare('k0', type, '$in', condition.$in).clauses
    // Absent elements have no row.
    if (!list || admitsNull('$in', condition.$in)) continue
    const rows = `(SELECT DISTINCT ${columnsOf(side)} FROM ${side.table} WHERE ${list.sql})`
    return { side, rows, params: list.params, gathered: true }
  }
  return undefined
}

const arrayOf = (side: SideTable) => side.index.fields[0]

/** What a document's rows have in common: its id and the plain fields of the index. */
const columnsOf = ({ index }: SideTable) => ['id', ...index.fields.slice(1).map((_, k) => `k${k + 1}`)].join()

function without(query: Document, path: string): Document {
  const { [path]: _, ...rest } = query
  return rest
}

class Planner {
  readonly #collection: Collection
  readonly #side: SideTable | undefined

  constructor(collection: Collection, side: SideTable | undefined) {
    this.#collection = collection
    this.#side = side
  }

  conjunction(query: Document): Conjunction {
    return all(
      Object.entries(query).map(([key, value]) => {
        if (key === '$and') return all((value as Document[]).map((part) => this.conjunction(part)))
        if (key === '$or') return this.#disjunction(value as Document[])
        return key.startsWith('$') ? NOT_SQL : this.#field(key, value)
      }),
    )
  }

  order(order: Order): string | undefined {
    const terms: string[] = []
    for (const [path, direction] of orderedEntries(order)) {
      const field = this.#column(path)
      if (!field || field.type === 'point') return undefined
      terms.push(field.sql + (direction < 0 ? ' DESC' : ''))
    }
    return terms.length === 0 ? '' : ` ORDER BY ${terms.join(', ')}`
  }

  #disjunction(branches: Document[]): Conjunction {
    const parts = branches.map((branch) => this.conjunction(branch))
    // A branch without any SQL admits every document, and so does the whole.
    if (parts.some((part) => part.clauses.length === 0)) return NOT_SQL
    const sql = parts
      .map((part) => `(${part.clauses.map((clause) => clause.sql).join(' AND ')})`)
      .join(' OR ')
    const params = parts.flatMap((part) => part.clauses.flatMap((clause) => clause.params))
    return { clauses: [{ sql: `(${sql})`, params }], exact: parts.every((part) => part.exact) }
  }

  /** A declared plain field, or `_id`, as SQL: a column of the side table if that has it. */
  #column(path: string): { sql: string; type: FieldType } | undefined {
    if (path === '_id') return { sql: 'd.id', type: 'string' }
    const field = this.#collection.fields.get(path)
    if (!field || field.array) return undefined
    const position = this.#side?.index.fields.findIndex((candidate) => candidate.path === path) ?? -1
    const sql = position > 0 ? `s.k${position}` : fieldExpression(path, field.type, 'd.doc')
    return { sql, type: field.type }
  }

  #field(path: string, condition: unknown): Conjunction {
    const conditions = isCondition(condition) ? Object.entries(condition) : [['$eq', condition] as const]
    const column = this.#column(path)
    if (column) {
      return all(conditions.map(([operator, operand]) => compare(column.sql, column.type, operator, operand)))
    }
    const declared = this.#collection.fields.get(path)
    if (!declared) return NOT_SQL
    return all(
      conditions.map(([operator, operand]) => this.#elements(path, declared.type, operator, operand)),
    )
  }

  /** A condition on the array of a multikey index. Ranges may be met by different elements, so they stay out. */
  #elements(path: string, type: FieldType, operator: string, operand: unknown): Conjunction {
    if (operator !== '$eq' && operator !== '$in') return NOT_SQL
    const side = this.#collection.sides.find(({ index }) => index.fields[0].path === path) as SideTable
    const { clauses, exact } = compare('k0', type, operator, operand)
    // Absent elements have no row, so looking for null must not go through the side table.
    if (clauses.length === 0 || admitsNull(operator, operand)) return NOT_SQL
    const sql = `d.id IN (SELECT id FROM ${side.table} WHERE ${clauses[0].sql})`
    return { clauses: [{ sql, params: clauses[0].params }], exact }
  }
}

function all(parts: Conjunction[]): Conjunction {
  return { clauses: parts.flatMap((part) => part.clauses), exact: parts.every((part) => part.exact) }
}

function exactly(sql: string, ...params: Key[]): Conjunction {
  return { clauses: [{ sql, params }], exact: true }
}

/** One operator on one typed column. A value of another type matches nothing, which `= NULL` says. */
function compare(column: string, type: FieldType, operator: string, operand: unknown): Conjunction {
  const key = keyOf(type, operand)
  switch (operator) {
    case '$eq':
      if (operand === null || operand === undefined) return exactly(`${column} IS NULL`)
      return isScalar(operand) && type !== 'point' ? exactly(`${column} = ?`, key ?? null) : NOT_SQL
    case '$in':
      return type === 'point' ? NOT_SQL : compareList(column, type, operand as unknown[])
    case '$gt':
    case '$gte':
    case '$lt':
    case '$lte':
      // Infinities, odd strings and null have no key but do have an order: the engine decides.
      return key === undefined || type === 'point'
        ? NOT_SQL
        : exactly(`${column} ${COMPARISONS[operator]} ?`, key)
    case '$exists':
      return operand === false || operand === 0 ? { ...exactly(`${column} IS NULL`), exact: false } : NOT_SQL
    default: {
      const band = type === 'point' ? latitudeBand(operator, operand) : undefined
      return band ? { ...exactly(`${column} BETWEEN ? AND ?`, ...band), exact: false } : NOT_SQL
    }
  }
}

function compareList(column: string, type: FieldType, values: unknown[]): Conjunction {
  if (!values.every((value) => isScalar(value) || value === null)) return NOT_SQL
  const keys = values.map((value) => keyOf(type, value)).filter((key) => key !== undefined)
  // One bound list: the text of the statement does not depend on its length. The cast as in fieldExpression.
  const value = type === 'number' ? 'CAST(value AS REAL)' : 'value'
  const member = `${column} IN (SELECT ${value} FROM json_each(?))`
  return exactly(values.includes(null) ? `(${member} OR ${column} IS NULL)` : member, JSON.stringify(keys))
}

function admitsNull(operator: string, operand: unknown): boolean {
  return operator === '$in'
    ? (operand as unknown[]).includes(null)
    : operand === null || operand === undefined
}

function isScalar(value: unknown): boolean {
  return value !== null && !Array.isArray(value) && !isPlainObject(value) && !(value instanceof RegExp)
}
