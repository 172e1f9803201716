/**
 * mingo, the engine that gives queries their exact MongoDB meaning, with the operators it lacks or answers
 * otherwise than MongoDB replaced. Nothing else of the local cloud imports mingo's query side.
 */
import { Context } from 'mingo/core'
import * as accumulators from 'mingo/operators/accumulator'
import * as expressions from 'mingo/operators/expression'
import * as stages from 'mingo/operators/pipeline'
import * as projections from 'mingo/operators/projection'
import * as queries from 'mingo/operators/query'
import { Query } from 'mingo/query'
import type { Options } from 'mingo/types'
import { MingoError, resolve } from 'mingo/util'
import { CloudError, cloudError } from '../protocol/errors'
import { accumulatorOperators, expressionOperators } from './expressions'
import { geoPredicates } from './geo-operators'
import { isCondition, isPlainObject } from './operators'
import type { Document } from './text'

type Test = (document: Document) => boolean

/**
 * `{ l: { $elemMatch: { a: 1 } } }` asks for an element that is an object; mingo also takes a bare `1`.
 * A condition without a field (`{ $elemMatch: { $gt: 3 } }`) is put to the element itself.
 */
function $elemMatch(path: string, criteria: unknown, options: Options): Test {
  const matches = elementTest(criteria, options)
  return (document) => {
    const list: unknown = resolve(document, path, { unwrapArray: true })
    return Array.isArray(list) && list.some(matches)
  }
}

/** `$all` is by definition each of its members matched by itself; mingo asks for an array, MongoDB does not. */
function $all(path: string, members: unknown[], options: Options): Test {
  const tests = members.map((member) => new Query({ [path]: member }, options))
  return (document) => tests.length > 0 && tests.every((test) => test.test(document))
}

/** Whether one element satisfies the criteria of `$elemMatch` or `$pull`. */
export function elementTest(criteria: unknown, options: Partial<Options>): (element: unknown) => boolean {
  const logical = isPlainObject(criteria) && Object.keys(criteria).some((key) => /^\$(and|or|nor)$/.test(key))
  if (isPlainObject(criteria) && (logical || !isCondition(criteria))) {
    const query = new Query(criteria, options)
    return (element) => isPlainObject(element) && query.test(element)
  }
  const query = new Query({ element: criteria }, options)
  return (element) => query.test({ element })
}

// The first operator registered under a name wins, so ours come before mingo's.
const context = Context.init()
  .addQueryOps({ $elemMatch, $all, ...geoPredicates } as never)
  .addExpressionOps(expressionOperators as never)
  .addAccumulatorOps(accumulatorOperators as never)
  .addQueryOps(queries)
  .addExpressionOps(expressions)
  .addAccumulatorOps(accumulators)
  .addPipelineOps(stages)
  .addProjectionOps(projections)

/** Options every use of mingo is given. No script of a request is ever run. */
export const ENGINE: Partial<Options> = { context, scriptEnabled: false }

/** Compiles a checked query into a test of one document. Throws CloudError for a malformed operand. */
export function compile(query: Document): Test {
  if (Object.keys(query).length === 0) return () => true
  return asCloudError(() => {
    const compiled = new Query(query, ENGINE)
    return (document: Document) => asCloudError(() => compiled.test(document))
  })
}

/** Runs a piece of mingo; what it refuses becomes the cloud's "request failed". Other errors pass unchanged. */
export function asCloudError<T>(run: () => T): T {
  try {
    return run()
  } catch (error) {
    if (error instanceof CloudError) throw error
    // mingo trips over some malformed operands with a plain TypeError before its own check speaks.
    if (error instanceof MingoError || error instanceof TypeError) {
      throw cloudError('DATABASE_REQUEST_FAILED', (error as Error).message)
    }
    throw error
  }
}
