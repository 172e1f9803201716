/** Checks of aggregation stages: what each may say, before any of them runs. */
import { compare, typeOf } from 'mingo/util'
import { cloudError } from '../protocol/errors'
import { checkExpression, checkQuery, isPlainObject, STAGES } from './operators'
import { checkOrder } from './order'
import type { Document } from './text'

/** One stage: its name, and what it is given. */
export type Stage = Record<string, unknown>

/** Refuses a pipeline with an unknown stage, expression or malformed operand. Throws CloudError naming the stage. */
export function checkPipeline(pipeline: unknown, inner = false): asserts pipeline is Stage[] {
  if (!Array.isArray(pipeline)) throw invalid('a pipeline must be a list of stages')
  pipeline.forEach((stage, position) => {
    if (!isPlainObject(stage) || Object.keys(stage).length !== 1) {
      throw invalid('each stage must have exactly one name')
    }
    const [name, value] = Object.entries(stage)[0]
    if (!STAGES.has(name)) {
      throw cloudError('DATABASE_INVALID_OPERRATOR', `aggregation stage ${name} is not supported`)
    }
    if (name === '$geoNear' && (position > 0 || inner)) throw invalid('$geoNear must be the first stage')
    checkStage(name, value)
  })
}

function checkStage(name: string, value: unknown): void {
  switch (name) {
    case '$match':
      return checkQuery(value)
    case '$sort':
      if (isPlainObject(value) && Object.keys(value).length === 0) throw invalid('$sort needs a field')
      return checkOrder(value)
    case '$limit':
      return checkCount(name, value, 1)
    case '$skip':
      return checkCount(name, value, 0)
    case '$sample':
      return checkCount('size of $sample', isPlainObject(value) ? value.size : undefined, 1)
    case '$count':
      if (typeof value !== 'string' || !/^[^$.]+$/.test(value))
        throw invalid('$count needs the name of a field')
      return
    case '$lookup':
      return checkLookup(value)
    case '$geoNear':
      return checkGeoNear(value)
    case '$bucket':
      return checkBucket(value)
    case '$sortByCount':
      return checkExpression(value)
    case '$unwind': {
      const path = isPlainObject(value) ? value.path : value
      if (typeof path !== 'string' || !/^\$[^$.]/.test(path)) throw invalid('$unwind needs a path with $')
      return
    }
    default:
      if (!isPlainObject(value) || Object.keys(value).length === 0) throw invalid(`${name} needs fields`)
      checkExpression(value)
  }
}

/** Operand of `$lookup`, in one of its two forms. */
export interface Lookup extends Document {
  from: string
  as: string
  localField?: string
  foreignField?: string
  let?: Document
  pipeline?: Stage[]
}

function checkLookup(value: unknown): asserts value is Lookup {
  if (!isPlainObject(value) || typeof value.from !== 'string' || typeof value.as !== 'string') {
    throw invalid('$lookup needs from and as')
  }
  if (value.pipeline !== undefined) {
    // The newer mixed form is not in the cloud's manual, and mingo would leave out the equality.
    if (value.localField !== undefined || value.foreignField !== undefined) {
      throw invalid('$lookup takes localField and foreignField, or let and pipeline, not both')
    }
    if (value.let !== undefined) checkExpression(value.let)
    checkPipeline(value.pipeline, true)
  } else if (typeof value.localField !== 'string' || typeof value.foreignField !== 'string') {
    throw invalid('$lookup needs localField and foreignField')
  }
}

function checkBucket(value: unknown): void {
  if (!isPlainObject(value) || value.groupBy === undefined) throw invalid('$bucket needs groupBy')
  const { boundaries } = value
  const ascending =
    Array.isArray(boundaries) &&
    boundaries.length > 1 &&
    boundaries.every((low, i) => {
      const before: unknown = boundaries[i - 1]
      return i === 0 || (typeOf(low) === typeOf(before) && compare(before as never, low as never) < 0)
    })
  if (!ascending) throw invalid('$bucket needs boundaries of one type, each above the one before')
  checkExpression(value)
}

function checkGeoNear(value: unknown): void {
  if (!isPlainObject(value) || typeof value.distanceField !== 'string') {
    throw invalid('$geoNear needs near and distanceField')
  }
  if (value.query !== undefined) checkQuery(value.query)
  if (value.limit !== undefined) checkCount('limit of $geoNear', value.limit, 1)
}

function checkCount(what: string, value: unknown, least: number): void {
  if (!Number.isInteger(value) || (value as number) < least) {
    throw invalid(`${what} must be a whole number, at least ${least}`)
  }
}

function invalid(message: string) {
  return cloudError('INVALID_PARAM', message)
}
