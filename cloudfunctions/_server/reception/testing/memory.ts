import { Condition, type Where } from '../../platform/conditions'
import type { ListOptions } from '../../platform/database'
import type { Patch } from '../../platform/patch'

/** A database in memory with the meaning of the real conditional write: one document, all or nothing. */

type Doc = Record<string, unknown> & { _id: string }
type Node = Record<string, unknown>

export class Memory {
  private readonly collections = new Map<string, Map<string, Doc>>()

  collection(name: string): Map<string, Doc> {
    const found = this.collections.get(name) ?? new Map<string, Doc>()
    this.collections.set(name, found)
    return found
  }

  get(name: string, id: string): Doc | undefined {
    return clone(this.collection(name).get(id))
  }

  find(name: string, { where, orderBy, limit, omit = [] }: ListOptions): Doc[] {
    const found = [...this.collection(name).values()].filter((doc) => meets(doc, where))
    for (const [field, direction] of [...orderBy].reverse()) {
      const sign = direction === 'asc' ? 1 : -1
      found.sort((a, b) => sign * compare(at(a, field), at(b, field)))
    }
    return clone(found.slice(0, limit)).map(
      (doc) => Object.fromEntries(Object.entries(doc).filter(([field]) => !omit.includes(field))) as Doc,
    )
  }

  insert(name: string, doc: Doc): boolean {
    const collection = this.collection(name)
    if (collection.has(doc._id)) return false
    collection.set(doc._id, clone(doc))
    return true
  }

  update(name: string, id: string, where: Where, patch: Patch): boolean {
    const before = this.collection(name).get(id)
    if (!before || !meets(before, where)) return false
    this.collection(name).set(id, patched(clone(before), patch))
    return true
  }
}

/** `structuredClone` would make dates of another realm. */
function clone<T>(value: T): T
function clone(value: unknown): unknown {
  if (value instanceof Date) return new Date(value)
  if (Array.isArray(value)) return value.map(clone)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, clone(item)]))
}

const at = (doc: unknown, path: string): unknown =>
  path.split('.').reduce<unknown>((node, key) => (node as Node | undefined)?.[key], doc)

const plain = (value: unknown): unknown => (value instanceof Date ? value.getTime() : value)

const compare = (a: unknown, b: unknown): number => {
  const [x, y] = [plain(a) as number, plain(b) as number]
  return x < y ? -1 : x > y ? 1 : 0
}

/** As in MongoDB: a comparison holds only between values of one type, so an absent field meets none. */
function meets(doc: Doc, where: Where): boolean {
  return Object.entries(where).every(([path, wanted]) => {
    const value = at(doc, path)
    if (!(wanted instanceof Condition)) return plain(value) === plain(wanted)
    const { operator, value: operand } = wanted
    if (operator === 'exists') return (value !== undefined) === operand
    if (operator === 'in') return (operand as unknown[]).map(plain).includes(plain(value))
    if (typeof plain(value) !== typeof plain(operand)) return false
    const order = compare(value, operand)
    if (operator === 'gt') return order > 0
    if (operator === 'gte') return order >= 0
    if (operator === 'lt') return order < 0
    if (operator === 'lte') return order <= 0
    throw new Error(`the database in memory does not know ${operator}`)
  })
}

function patched(
  doc: Doc,
  { set = {}, unset = [], push = {}, inc = {}, addToSet = {}, pull = {} }: Patch,
): Doc {
  const change = (path: string, next: (before: unknown) => unknown): void => {
    const keys = path.split('.')
    const last = keys.pop()!
    const node = keys.reduce<Node>((each, key) => (each[key] ??= {}) as Node, doc)
    const value = next(node[last])
    if (value === undefined) delete node[last]
    else node[last] = clone(value)
  }
  const list = (value: unknown) => (value ?? []) as unknown[]
  for (const [path, value] of Object.entries(set)) change(path, () => value)
  for (const path of unset) change(path, () => undefined)
  for (const [path, values] of Object.entries(push)) change(path, (before) => [...list(before), ...values])
  for (const [path, step] of Object.entries(inc)) change(path, (before) => ((before ?? 0) as number) + step)
  for (const [path, value] of Object.entries(addToSet))
    change(path, (before) => (list(before).includes(value) ? before : [...list(before), value]))
  for (const [path, value] of Object.entries(pull))
    change(path, (before) => list(before).filter((item) => item !== value))
  return doc
}
