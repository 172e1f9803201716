/**
 * What collections and indexes exist. They are declared once, in `deploy/collections.json`; the deployment
 * creates them in the cloud from it and the local cloud opens its store with it.
 */
import { readFileSync } from 'node:fs'
import * as v from 'valibot'
import { DATABASE_LIMITS } from '../limits'

/** What an indexed field may hold besides nothing (absent or null). `point` is a GeoJSON point, for near queries. */
export type FieldType = 'string' | 'number' | 'date' | 'boolean' | 'point'

/** One field of an index: a dotted path, its type, and the direction it is kept in (`asc` unless said). */
export interface IndexField {
  path: string
  type: FieldType
  direction?: 'asc' | 'desc'
}

/**
 * One index. `unique` counts an absent field as null, as the cloud does.
 * `multikey`: the first field holds an array and every element of it is a key; the others are plain fields.
 */
export interface IndexSpec {
  name: string
  fields: IndexField[]
  unique?: boolean
  multikey?: boolean
}

/** One collection with its indexes. `_id` always has one and is never declared. */
export interface CollectionSpec {
  name: string
  indexes: IndexSpec[]
}

/** Names of collections and indexes: they become table names and the names of cloud resources. */
export const COLLECTION_NAME = /^[A-Za-z][A-Za-z0-9_-]{0,63}$/
const INDEX_NAME = /^[a-z][a-z0-9_]{0,63}$/
const FIELD_PATH = /^[A-Za-z_][A-Za-z0-9_]*(\.[A-Za-z_][A-Za-z0-9_]*)*$/

const Field = v.strictObject({
  path: v.pipe(v.string(), v.regex(FIELD_PATH, 'is no dotted path of plain names')),
  type: v.picklist(['string', 'number', 'date', 'boolean', 'point']),
  direction: v.optional(v.picklist(['asc', 'desc'])),
})
const Index = v.strictObject({
  name: v.pipe(v.string(), v.regex(INDEX_NAME, 'is no index name')),
  fields: v.pipe(v.array(Field), v.minLength(1), v.maxLength(DATABASE_LIMITS.maxFieldsPerIndex)),
  unique: v.optional(v.boolean()),
  multikey: v.optional(v.boolean()),
})
const Declaration = v.strictObject({
  collections: v.pipe(
    v.array(
      v.strictObject({
        name: v.pipe(v.string(), v.regex(COLLECTION_NAME, 'is no collection name')),
        indexes: v.pipe(v.array(Index), v.maxLength(DATABASE_LIMITS.maxIndexesPerCollection)),
      }),
    ),
    v.maxLength(DATABASE_LIMITS.maxCollections),
  ),
})

/** Reads the declaration file. Throws an Error that names the file and the entry at fault. */
export function loadCollections(file: string): CollectionSpec[] {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file}: cannot be read as JSON (${(error as Error).message})`)
  }
  try {
    return parseCollections(json)
  } catch (error) {
    throw new Error(`${file}: ${(error as Error).message}`)
  }
}

/** Checks a declaration and returns its collections. Throws an Error that names the entry at fault. */
export function parseCollections(json: unknown): CollectionSpec[] {
  const result = v.safeParse(Declaration, json)
  if (!result.success) {
    const [issue] = result.issues
    throw new Error(`${v.getDotPath(issue) ?? 'declaration'}: ${issue.message}`)
  }
  const { collections } = result.output
  refuseRepeats(
    collections.map((collection) => collection.name),
    'collection',
  )
  collections.forEach(checkCollection)
  return collections
}

function checkCollection({ name, indexes }: CollectionSpec): void {
  refuseRepeats(
    indexes.map((index) => index.name),
    `index of ${name}`,
  )
  // One path has one type in every index of a collection: the planner and the key check go by path alone.
  const kinds = new Map<string, string>()
  for (const index of indexes) {
    const where = `${name}.${index.name}`
    refuseRepeats(
      index.fields.map((field) => field.path),
      `field of ${where}`,
    )
    if (index.unique && index.multikey) throw new Error(`${where}: a multikey index cannot be unique`)
    index.fields.forEach((field, position) => {
      if (field.path === '_id') throw new Error(`${where}: _id always has its own index`)
      const array = isArrayField(index, position)
      if (array && field.type === 'point') throw new Error(`${where}: an array of points cannot be indexed`)
      if (index.unique && field.type === 'point') throw new Error(`${where}: a point cannot be unique`)
      const kind = array ? `array of ${field.type}` : field.type
      const other = kinds.get(field.path) ?? kind
      if (other !== kind) throw new Error(`${where}: ${field.path} is ${kind} here and ${other} elsewhere`)
      kinds.set(field.path, kind)
    })
  }
}

/** Whether the field at this position of the index holds an array. */
export function isArrayField(index: IndexSpec, position: number): boolean {
  return index.multikey === true && position === 0
}

function refuseRepeats(names: string[], what: string): void {
  const repeated = names.find((name, position) => names.indexOf(name) !== position)
  if (repeated !== undefined) throw new Error(`${what} ${repeated} is declared twice`)
}
