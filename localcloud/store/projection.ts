/** Which fields of a document are sent. mingo does the plain part; `$slice` and `$elemMatch` follow MongoDB here. */
import { find } from 'mingo'
import { removeValue, setValue } from 'mingo/util'
import { cloudError } from '../protocol/errors'
import { asCloudError, elementTest, ENGINE } from './engine'
import { checkQuery, isPlainObject } from './operators'
import { valueAt } from './paths'
import type { Document } from './text'

/** Path → 1, 0, `{ $slice }` or `{ $elemMatch }`. */
export type Projection = Document

/** Compiles a projection. Throws CloudError when it mixes including and excluding, or says something unknown. */
export function project(projection: Projection): (document: Document) => Document {
  const plain: Record<string, 0 | 1> = {}
  const shaped: [path: string, shape: (list: unknown[]) => unknown[] | undefined][] = []
  const keeps = new Set<string>()
  let includes = false
  for (const [path, value] of Object.entries(projection)) {
    if (path.startsWith('$')) throw invalid(`projection of ${path}`)
    if (value === 0 || value === 1) {
      plain[path] = value
      if (path !== '_id' && value === 1) includes = true
    } else {
      shaped.push([path, shapeOf(path, value)])
      // An $elemMatch names what is wanted; a $slice by itself only shortens what is sent anyway.
      if (isPlainObject(value) && '$elemMatch' in value) includes = true
      else keeps.add(path)
    }
  }
  if (plain._id === 1 && Object.keys(plain).length === 1) includes = true
  if (includes) for (const [path] of shaped) plain[path] = 1
  const pick = asCloudError(() => picker(plain))
  return (document) => {
    const picked = pick(document)
    for (const [path, shape] of shaped) {
      const list = valueAt(document, path)
      const shown = Array.isArray(list) ? shape(list) : undefined
      if (shown) setValue(picked, path, shown)
      else if (!keeps.has(path)) removeValue(picked, path)
    }
    return picked
  }
}

function picker(plain: Record<string, 0 | 1>): (document: Document) => Document {
  if (Object.keys(plain).length === 0) return (document) => document
  return (document) => asCloudError(() => find<Document>([document], {}, plain, ENGINE).all()[0])
}

function shapeOf(path: string, value: unknown): (list: unknown[]) => unknown[] | undefined {
  const [name, operand] = isPlainObject(value) ? (Object.entries(value)[0] ?? []) : []
  if (name === '$slice') return slice(path, operand)
  if (name !== '$elemMatch') throw invalid(`projection of ${path}`)
  if (!isPlainObject(operand)) throw invalid(`$elemMatch of ${path}`)
  checkQuery({ [path]: { $elemMatch: operand } })
  const matches = elementTest(operand, ENGINE)
  return (list) => {
    const first = list.find(matches)
    return first === undefined ? undefined : [first]
  }
}

/** `n`: the first n, or the last -n. `[skip, n]`: n after skipping, from the end when skip is negative. */
function slice(path: string, operand: unknown): (list: unknown[]) => unknown[] {
  const [first, second] = Array.isArray(operand) ? operand : [operand]
  const valid =
    Number.isInteger(first) && (!Array.isArray(operand) || (Number.isInteger(second) && second > 0))
  if (!valid) throw invalid(`$slice of ${path}`)
  return (list) => {
    if (second === undefined) return first < 0 ? list.slice(first) : list.slice(0, first)
    const start = first < 0 ? Math.max(0, list.length + first) : first
    return list.slice(start, start + second)
  }
}

function invalid(what: string) {
  return cloudError('INVALID_PARAM', `${what} is not understood`)
}
