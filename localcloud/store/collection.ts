/**
 * A collection as the store works with it: its table, the side tables of its multikey indexes, and the SQL
 * expressions by which indexes and queries reach a field. Index and query must use the very same expression text,
 * or SQLite does not see that the index fits; so this is the only place that writes one.
 */
import { createHash } from 'node:crypto'
import { type FieldType, type IndexSpec, isArrayField } from './collections'

/** The rows of a multikey index: `id`, then `k0` (an element of the array), `k1` … (the plain fields). */
export interface SideTable {
  index: IndexSpec
  table: string
}

/** One collection, ready for statements. `table` and side tables are quoted SQL names. */
export interface Collection {
  name: string
  table: string
  indexes: IndexSpec[]
  sides: SideTable[]
  /** Declared fields by path. */
  fields: Map<string, { type: FieldType; array: boolean }>
}

/** Builds the working form of a collection. Touches no database. */
export function collectionOf(name: string, indexes: IndexSpec[]): Collection {
  const fields: Collection['fields'] = new Map()
  for (const index of indexes) {
    index.fields.forEach((field, position) =>
      fields.set(field.path, { type: field.type, array: isArrayField(index, position) }),
    )
  }
  const sides = indexes
    .filter((index) => index.multikey)
    .map((index) => ({ index, table: quoted(objectName('m', name, index)) }))
  return { name, table: quoted(`c_${name}`), indexes, sides, fields }
}

/**
 * Name of a database object that serves an index. It ends in a digest of the definition: a changed definition has
 * another name, so opening an older store drops the old object and builds the new one.
 */
export function objectName(kind: 'i' | 'u' | 'm' | 'k', collection: string, index: IndexSpec): string {
  const digest = createHash('sha256').update(JSON.stringify(index)).digest('hex').slice(0, 8)
  return `${kind}_${collection}.${index.name}.${digest}`
}

/** SQL expression for a declared plain field of the document in column `doc`. */
export function fieldExpression(path: string, type: FieldType, doc = 'doc'): string {
  const at = (suffix: string) => `${doc}->>'$."${path.split('.').join('"."')}"${suffix}'`
  switch (type) {
    case 'string':
    case 'boolean':
      return `(${at('')})`
    case 'number':
      // JSON text of a large whole number reads back as an integer that differs from the double it stands for.
      return `CAST(${at('')} AS REAL)`
    case 'date':
      return `(${at('."$date"')})`
    case 'point':
      // Points are indexed by latitude alone: enough to narrow "near" and "within" to a band of the county.
      return `CAST(${at('."coordinates"[1]')} AS REAL)`
  }
}

/** A name as an SQL identifier. */
export function quoted(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}
