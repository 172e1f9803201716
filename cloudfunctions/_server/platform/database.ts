import { protect, protectField, restore } from '@core/privacy'
import { cloud } from './cloud'
import { Condition, type Where } from './conditions'
import { seal, unseal } from './crypto'
import { assertSafeKeys, assertSafePath } from './keys'
import { countDatabaseRequest } from './meter'
import type { Patch } from './patch'

/**
 * The only way to the database. Everything passes `protect` on its way in and `restore` on its way out, so no
 * repository can forget to seal the personal numbers people write in their words (R-X3).
 */
const database = cloud.database()
const command = database.command

interface Stored {
  _id: string
}

export interface ListOptions {
  where: Where
  /** The last field must be a unique string, so that a page has one end (architecture: growth). */
  orderBy: readonly (readonly [field: string, direction: 'asc' | 'desc'])[]
  /** At most 1000. */
  limit: number
  /** Fields left out: lists do without events and outbox. */
  omit?: readonly string[]
  /** Or the only fields wanted, besides `_id`. */
  only?: readonly string[]
}

/** One document, or undefined. */
export async function get<T extends Stored>(collection: string, id: string): Promise<T | undefined> {
  assertId(id)
  countDatabaseRequest()
  const answer = await database.collection(collection).where({ _id: id }).limit(1).get()
  return documentsOf<T>(answer)[0]
}

/** A page of documents. */
export async function list<T extends Stored>(collection: string, options: ListOptions): Promise<T[]> {
  let query = database.collection(collection).where(whereOf(options.where))
  for (const [field, direction] of options.orderBy) query = query.orderBy(field, direction)
  const { omit, only } = options
  const fields = omit?.map((field) => [field, false]) ?? only?.map((field) => [field, true])
  if (fields) query = query.field(Object.fromEntries(fields))
  countDatabaseRequest()
  return documentsOf<T>(await query.limit(options.limit).get())
}

export async function count(collection: string, where: Where): Promise<number> {
  countDatabaseRequest()
  const answer = await database.collection(collection).where(whereOf(where)).count()
  return (answer as { total: number }).total
}

/** Adds a document under its own `_id`. False: one with this `_id` is there already, and stays as it is. */
export async function insert<T extends Stored>(collection: string, document: T): Promise<boolean> {
  assertId(document._id)
  assertSafeKeys(document)
  countDatabaseRequest()
  try {
    await database.collection(collection).add({ data: protect(document, seal) })
    return true
  } catch (error) {
    if (isDuplicate(error)) return false
    throw error
  }
}

/**
 * The one conditional write: patches the document if it exists and meets `where`, atomically.
 * Answers whether it did. A throw says nothing about whether it was written: read it back.
 */
export async function updateOne(
  collection: string,
  id: string,
  where: Where,
  patch: Patch,
): Promise<boolean> {
  assertId(id)
  const query = database.collection(collection).where({ ...whereOf(where), _id: id })
  const options = { data: updateOf(patch), multi: false }
  countDatabaseRequest()
  const answer = await query.update(options)
  return (answer as { stats: { updated: number } }).stats.updated === 1
}

/** An update without an id reaches the whole collection (probed): here it reaches nothing. */
function assertId(id: string): void {
  if (typeof id !== 'string' || id === '') throw new Error('a document id must be a non-empty string')
}

function whereOf(where: Where): Record<string, unknown> {
  return Object.fromEntries(
    Object.entries(where).map(([path, value]) => {
      assertSafePath(path)
      return [path, conditionOf(path, value)]
    }),
  )
}

function conditionOf(path: string, value: unknown): unknown {
  if (value instanceof Condition) {
    if (value.operator === 'between') {
      const [low, high] = value.value as readonly [unknown, unknown]
      return command.gt(low).and(command.lt(high) as never)
    }
    if (value.operator === 'prefix') {
      // A range, so that an index serves it.
      return command.gte(value.value).and(command.lt(`${value.value as string}\uffff`) as never)
    }
    const operator = command[value.operator] as (operand: unknown) => unknown
    return operator.call(command, value.value)
  }
  if (['string', 'number', 'boolean'].includes(typeof value) || value instanceof Date) return value
  throw new Error(`the condition on ${path} is neither a value nor a condition`)
}

/** Objects are always wrapped in `set`: a bare one is flattened by the SDK, leaves stale keys and loses `{}` (probed). */
function updateOf({
  set = {},
  unset = [],
  push = {},
  inc = {},
  addToSet = {},
  pull = {},
}: Patch): Record<string, unknown> {
  const update: Record<string, unknown> = {}
  const put = (path: string, value: unknown): void => {
    assertSafePath(path)
    if (path in update) throw new Error(`${path} is changed twice in one patch`)
    update[path] = value
  }
  const safe = (path: string, value: unknown): unknown => {
    assertSafeKeys(value)
    return protectField(path.slice(path.lastIndexOf('.') + 1), value, seal)
  }
  for (const [path, value] of Object.entries(set)) put(path, command.set(safe(path, value)))
  for (const path of unset) put(path, command.remove())
  for (const [path, values] of Object.entries(push)) put(path, command.push({ each: safe(path, values) }))
  for (const [path, step] of Object.entries(inc)) put(path, command.inc(step))
  for (const [path, value] of Object.entries(addToSet)) put(path, command.addToSet(value))
  for (const [path, value] of Object.entries(pull)) put(path, command.pull(value))
  return update
}

const documentsOf = <T>(answer: unknown): T[] => restore((answer as { data: T[] }).data, unseal)

const isDuplicate = (error: unknown): boolean =>
  /duplicate key|E11000/i.test(String((error as { errMsg?: unknown }).errMsg ?? error))
