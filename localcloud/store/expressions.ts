/**
 * Operators of aggregation expressions that mingo answers otherwise than MongoDB: comparisons, which go across types
 * and take an array as one value, `$switch` without a way out, and accumulators over absent values.
 */
import { evalExpr } from 'mingo/core'
import {
  $push as push,
  $stdDevPop as stdDevPop,
  $stdDevSamp as stdDevSamp,
} from 'mingo/operators/accumulator'
import type { Options } from 'mingo/types'
import { compare, isEqual, unique } from 'mingo/util'
import { cloudError } from '../protocol/errors'
import type { Document } from './text'

type Expression = (document: unknown, operand: unknown, options: Options) => unknown

/** Null comes before everything, an absent field before null; types in MongoDB's order. */
function comparison(holds: (order: number) => boolean): Expression {
  return (document, operand, options) => {
    const [a, b] = pair(document, operand, options)
    return holds(compare(a as never, b as never))
  }
}

function equality(equal: boolean): Expression {
  return (document, operand, options) => {
    const [a, b] = pair(document, operand, options)
    return isEqual(a as never, b as never) === equal
  }
}

function pair(document: unknown, operand: unknown, options: Options): [unknown, unknown] {
  const values: unknown = evalExpr(document as never, operand as never, options)
  if (!Array.isArray(values) || values.length !== 2) {
    throw cloudError('DATABASE_REQUEST_FAILED', 'a comparison takes exactly two values')
  }
  return [values[0], values[1]]
}

interface Switch {
  branches: { case: unknown; then: unknown }[]
  default?: unknown
}

/** Expressions by name, in mingo's form. */
export const expressionOperators = {
  $eq: equality(true),
  $ne: equality(false),
  $gt: comparison((order) => order > 0),
  $gte: comparison((order) => order >= 0),
  $lt: comparison((order) => order < 0),
  $lte: comparison((order) => order <= 0),
  $switch: (document: Document, spec: Switch, options: Options) => {
    const value = (expression: unknown): unknown => evalExpr(document, expression as never, options)
    // What MongoDB takes for false: false, 0, null and absent. An empty text is true.
    const branch = spec.branches.find(
      (one) => ![false, 0, null, undefined].includes(value(one.case) as never),
    )
    if (branch) return value(branch.then)
    if ('default' in spec) return value(spec.default)
    throw cloudError('DATABASE_REQUEST_FAILED', '$switch found no branch and has no default')
  },
}

type Accumulator = (documents: Document[], operand: unknown, options: Options) => unknown

/** Accumulators by name, in mingo's form. */
export const accumulatorOperators: Record<string, Accumulator> = {
  $push: (documents, operand, options) => present(documents, operand, options),
  $addToSet: (documents, operand, options) => unique(present(documents, operand, options) as never[]),
  $stdDevPop: (documents, operand, options) => finite(stdDevPop(documents, operand as never, options)),
  $stdDevSamp: (documents, operand, options) => finite(stdDevSamp(documents, operand as never, options)),
}

/** The values of an expression over the documents; where it leads to nothing there is no value. */
function present(documents: Document[], operand: unknown, options: Options): unknown[] {
  // mingo's push writes null for nothing. Wrapped in a list the nothing survives and can be told from a null.
  const wrapped = push(documents, [operand] as never, options) as [unknown][]
  return wrapped.flatMap(([value]) => (value === undefined ? [] : [value]))
}

/** A deviation of too few numbers is null. */
function finite(value: unknown): number | null {
  return typeof value === 'number' && Number.isFinite(value) ? value : null
}
