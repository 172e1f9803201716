/**
 * Applies update operators to one document. mingo does the arithmetic; what it does silently wrong is checked or
 * done here: a path through null or a plain value, a wrong type under `$inc`, `$push` and the like, `$push` with
 * `$sort`/`$slice`, `$addToSet` next to repeated elements, `$pull` of an object from a list of plain values.
 */
import { update as mingoUpdate } from 'mingo'
import { compare, isEqual } from 'mingo/util'
import { cloudError } from '../protocol/errors'
import { DATABASE_LIMITS } from '../limits'
import { checkValue } from './documents'
import { asCloudError, elementTest, ENGINE } from './engine'
import { checkQuery, isPlainObject, UPDATE_OPERATORS } from './operators'
import { isPosition, member, reachesPrototype, valueAt } from './paths'
import type { Document } from './text'

/** Operator → path → operand, as the SDK sends it. */
export type Update = Record<string, Record<string, unknown>>

/** Operators that create a path which is not there. */
const BUILDING = new Set(['$set', '$inc', '$mul', '$min', '$max', '$bit', '$push', '$addToSet'])
const NUMERIC = new Set(['$inc', '$mul', '$bit'])
const LISTS = new Set(['$push', '$addToSet', '$pull', '$pullAll', '$pop'])
const PUSH_MODIFIERS = new Set(['$each', '$position', '$slice', '$sort'])

/** Refuses an update with unknown operators, bad paths or values that cannot be stored. Throws CloudError. */
export function checkUpdate(update: unknown): asserts update is Update {
  if (!isPlainObject(update) || Object.keys(update).length === 0) {
    throw failed('an update must contain at least one operator')
  }
  const paths = new Set<string>()
  for (const [operator, fields] of Object.entries(update)) {
    if (!UPDATE_OPERATORS.has(operator)) {
      throw cloudError('DATABASE_INVALID_OPERRATOR', `update operator ${operator} is not supported`)
    }
    if (!isPlainObject(fields)) throw failed(`${operator} needs fields`)
    for (const [path, operand] of Object.entries(fields)) {
      checkPath(path)
      if (paths.has(path)) throw failed(`updating the path '${path}' would create a conflict at '${path}'`)
      paths.add(path)
      checkOperand(operator, path, operand)
    }
  }
}

/** Changes the document in place. The update must be checked before. Throws CloudError and may then be half done. */
export function applyUpdate(document: Document, update: Update): void {
  const rest: Update = {}
  const computed: Record<string, unknown> = {}
  for (const [operator, fields] of Object.entries(update)) {
    for (const [path, operand] of Object.entries(fields)) {
      checkTarget(document, operator, path)
      if (operator === '$rename') checkTarget(document, '$set', operand as string)
      const list = computedList(document, operator, path, operand)
      if (list === undefined) (rest[operator] ??= {})[path] = operand
      else if (list !== UNCHANGED) computed[path] = list
    }
  }
  // In one call, so that mingo also sees a computed list when it looks for paths in conflict.
  const whole = { ...rest, $set: { ...rest.$set, ...computed } }
  asCloudError(() => mingoUpdate(document, whole, [], {}, { cloneMode: 'deep', queryOptions: ENGINE }))
}

const UNCHANGED: unknown[] = []

/** The new list of an operator that is done here; undefined for the others. */
function computedList(
  document: Document,
  operator: string,
  path: string,
  operand: unknown,
): unknown[] | undefined {
  const list = valueAt(document, path) as unknown[] | undefined
  switch (operator) {
    case '$push':
      return push(list ?? [], operand)
    case '$addToSet': {
      const added = [...(list ?? [])]
      for (const item of each(operand)) if (!added.some((known) => isEqual(known, item))) added.push(item)
      return list && added.length === list.length ? UNCHANGED : added
    }
    case '$pull': {
      const matches = elementTest(operand, ENGINE)
      const kept = (list ?? []).filter((item) => !matches(item))
      return kept.length === (list ?? []).length ? UNCHANGED : kept
    }
    default:
      return undefined
  }
}

function push(list: unknown[], operand: unknown): unknown[] {
  const result = [...list]
  const { $position, $sort, $slice } = (isModifier(operand) ? operand : {}) as {
    $position?: number
    $sort?: 1 | -1 | Record<string, 1 | -1>
    $slice?: number
  }
  result.splice($position ?? result.length, 0, ...each(operand))
  if ($sort !== undefined) {
    const terms = typeof $sort === 'number' ? [['', $sort] as const] : Object.entries($sort)
    const keyOf = (item: unknown, path: string) => (path === '' ? item : valueAt(item, path))
    result.sort((a, b) => {
      for (const [path, way] of terms) {
        const order = compare(keyOf(a, path), keyOf(b, path)) * way
        if (order !== 0) return order
      }
      return 0
    })
  }
  if ($slice === undefined) return result
  return $slice < 0 ? result.slice($slice) : result.slice(0, $slice)
}

function each(operand: unknown): unknown[] {
  return isModifier(operand) ? (operand.$each as unknown[]) : [operand]
}

function isModifier(operand: unknown): operand is Record<string, unknown> {
  return isPlainObject(operand) && '$each' in operand
}

function checkPath(path: string): void {
  const parts = path.split('.')
  if (parts[0] === '_id') throw failed(`updating the path '${path}' would modify the immutable field '_id'`)
  if (parts.some((part) => part === '' || part.startsWith('$')) || reachesPrototype(path)) {
    throw failed(`the path '${path}' cannot be updated`)
  }
}

function checkOperand(operator: string, path: string, operand: unknown): void {
  const depth = path.split('.').length
  if (operator === '$rename') {
    if (typeof operand !== 'string') throw failed(`$rename of ${path} needs a path`)
    checkPath(operand)
  } else if (operator === '$pull') {
    checkQuery(isPlainObject(operand) ? { [path]: { $elemMatch: operand } } : { [path]: operand })
  } else if (operator === '$push' && isModifier(operand)) {
    checkPush(path, operand, depth)
  } else if (operator === '$addToSet' && isModifier(operand)) {
    if (Object.keys(operand).length > 1 || !Array.isArray(operand.$each)) {
      throw failed(`$each of ${path} must be a list and stand alone`)
    }
    checkValue(operand.$each, path, depth)
  } else {
    checkValue(operand, path, depth)
  }
}

function checkPush(path: string, operand: Record<string, unknown>, depth: number): void {
  const unknown = Object.keys(operand).find((key) => !PUSH_MODIFIERS.has(key))
  if (unknown) throw failed(`$push of ${path} does not know ${unknown}`)
  const { $each, $position, $slice, $sort } = operand
  if (!Array.isArray($each)) throw failed(`$each of ${path} must be a list`)
  checkValue($each, path, depth)
  for (const [name, value] of Object.entries({ $position, $slice })) {
    if (value !== undefined && !Number.isInteger(value))
      throw failed(`${name} of ${path} must be a whole number`)
  }
  const ways = isPlainObject($sort) ? Object.values($sort) : [$sort ?? 1]
  if (!ways.every((way) => way === 1 || way === -1)) throw failed(`$sort of ${path} must be 1 or -1`)
}

/** What the document must hold where an operator is to work. mingo would leave it unchanged without a word. */
function checkTarget(document: Document, operator: string, path: string): void {
  if (BUILDING.has(operator)) checkBuildable(document, path)
  const current = valueAt(document, path)
  if (current === undefined) return
  if (NUMERIC.has(operator) && typeof current !== 'number') {
    throw failed(`Cannot apply ${operator} to a value of non-numeric type: ${path}`)
  }
  if (LISTS.has(operator) && !Array.isArray(current)) {
    throw failed(`The field '${path}' must be an array for ${operator}`)
  }
}

function checkBuildable(document: Document, path: string): void {
  let holder: unknown = document
  const parts = path.split('.')
  for (const [depth, part] of parts.entries()) {
    if (Array.isArray(holder) ? !isPosition(part) : !isPlainObject(holder)) {
      const above = parts.slice(0, depth).join('.')
      throw failed(`Cannot create field '${part}' in element {${above}: ${JSON.stringify(holder)}}`)
    }
    if (Array.isArray(holder) && Number(part) > holder.length + DATABASE_LIMITS.maxArrayPadding) {
      throw failed(`position ${part} is too far behind the end of the array at '${path}'`)
    }
    holder = member(holder, part)
    if (holder === undefined) return
  }
}

function failed(message: string) {
  return cloudError('DATABASE_REQUEST_FAILED', message)
}
