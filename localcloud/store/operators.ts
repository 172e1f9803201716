/**
 * Everything a query, update, projection or aggregation may say. The lists are what the SDK can send; the check
 * runs before anything is executed, so an unknown word fails also where no document would have met it.
 */
import { cloudError } from '../protocol/errors'
import { reachesPrototype } from './paths'

const FIELD_OPERATORS = new Set([
  ...['$eq', '$ne', '$gt', '$gte', '$lt', '$lte', '$in', '$nin', '$exists', '$mod', '$regex', '$not'],
  ...['$all', '$elemMatch', '$size', '$nearSphere', '$geoWithin', '$geoIntersects'],
])
const LOGICAL_OPERATORS = new Set(['$and', '$or', '$nor'])
const LIST_OPERATORS = new Set(['$in', '$nin', '$all', '$mod'])

/** Update operators, in the names of the wire. */
export const UPDATE_OPERATORS = new Set([
  ...['$set', '$unset', '$inc', '$mul', '$min', '$max', '$rename', '$bit'],
  ...['$push', '$pop', '$pull', '$pullAll', '$addToSet'],
])

/** Aggregation stages, in the names of the wire. `$geoNear` may only come first. */
export const STAGES = new Set([
  ...['$addFields', '$bucket', '$bucketAuto', '$count', '$geoNear', '$group', '$limit', '$lookup', '$match'],
  ...['$project', '$replaceRoot', '$sample', '$skip', '$sort', '$sortByCount', '$unwind'],
])

/**
 * Operators and accumulators of aggregation expressions. Of those the SDK knows, `$week`, `$isoWeekYear`,
 * `$indexOfCP` and `$meta` are left out: mingo has them wrong or not at all.
 */
export const EXPRESSIONS = new Set(
  (
    'abs add ceil divide exp floor ln log log10 mod multiply pow sqrt subtract trunc arrayElemAt arrayToObject ' +
    'concatArrays filter in indexOfArray isArray map range reduce reverseArray size slice zip and not or cmp eq ' +
    'gt gte lt lte ne cond ifNull switch dateFromParts dateFromString dayOfMonth dayOfWeek dayOfYear ' +
    'isoDayOfWeek isoWeek millisecond minute month second hour year literal mergeObjects ' +
    'objectToArray allElementsTrue anyElementTrue setDifference setEquals setIntersection setIsSubset setUnion ' +
    'concat dateToString indexOfBytes split strLenBytes strLenCP strcasecmp substr substrBytes ' +
    'substrCP toLower toUpper addToSet avg first last max min push stdDevPop stdDevSamp sum let'
  )
    .split(' ')
    .map((name) => `$${name}`),
)

/** Refuses a query with an unknown operator or a malformed operand. Throws CloudError. */
export function checkQuery(query: unknown): asserts query is Record<string, unknown> {
  if (!isPlainObject(query)) throw invalid('a query must be an object')
  for (const [key, value] of Object.entries(query)) {
    if (LOGICAL_OPERATORS.has(key)) {
      if (!Array.isArray(value) || value.length === 0) throw invalid(`${key} needs a list of conditions`)
      value.forEach(checkQuery)
    } else if (key === '$expr') {
      checkExpression(value)
    } else if (key.startsWith('$')) {
      throw unknown('query operator', key)
    } else {
      checkCondition(key, value)
    }
  }
}

/** Refuses an aggregation expression with an unknown operator. Throws CloudError. */
export function checkExpression(value: unknown): void {
  if (typeof value === 'string') {
    // The engine would read the machine's clock, which the settable clock of tests and demos does not move.
    if (value === '$$NOW' || value.startsWith('$$NOW.')) throw unknown('variable', '$$NOW')
    if (value.startsWith('$') && reachesPrototype(value)) throw invalid(`${value} is no field path`)
  } else if (Array.isArray(value)) {
    value.forEach(checkExpression)
  } else if (isPlainObject(value)) {
    for (const [key, item] of Object.entries(value)) {
      if (key.startsWith('$') && !EXPRESSIONS.has(key)) throw unknown('expression', key)
      // Weeks and ISO years of the same calculation as the operators left out above.
      if (key === 'format' && typeof item === 'string' && /%[UG]/.test(item))
        throw unknown('date format', item)
      if (key !== '$literal') checkExpression(item)
    }
  }
}

/** Whether a value is a plain object, not an array, a date or a pattern. */
export function isPlainObject(value: unknown): value is Record<string, unknown> {
  return (
    typeof value === 'object' &&
    value !== null &&
    !Array.isArray(value) &&
    !(value instanceof Date) &&
    !(value instanceof RegExp)
  )
}

/** Whether a value is an object of operators (`{ $gt: 1 }`) rather than a value to compare with. */
export function isCondition(value: unknown): value is Record<string, unknown> {
  return isPlainObject(value) && Object.keys(value).some((key) => key.startsWith('$'))
}

function checkCondition(path: string, value: unknown): void {
  if (!isCondition(value)) return
  for (const [operator, operand] of Object.entries(value)) {
    if (!FIELD_OPERATORS.has(operator)) throw unknown('query operator', operator)
    if (LIST_OPERATORS.has(operator) && !Array.isArray(operand)) {
      throw invalid(`${operator} of ${path} needs a list`)
    }
    if (operator === '$not') {
      if (!(operand instanceof RegExp) && !isCondition(operand)) {
        throw invalid(`$not of ${path} needs a condition`)
      }
      checkCondition(path, operand)
    }
    if (operator === '$elemMatch') {
      if (isCondition(operand) && !Object.keys(operand).some((key) => LOGICAL_OPERATORS.has(key))) {
        checkCondition(path, operand)
      } else checkQuery(operand)
    }
    if (operator === '$all') (operand as unknown[]).forEach((item) => checkCondition(path, item))
  }
}

function invalid(message: string) {
  return cloudError('INVALID_PARAM', message)
}

function unknown(what: string, name: string) {
  return cloudError('DATABASE_INVALID_OPERRATOR', `${what} ${name} is not supported`)
}
