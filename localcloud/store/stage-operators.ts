/**
 * Aggregation stages that mingo answers otherwise than MongoDB, done here. mingo writes computed fields into objects
 * that several documents share after an unwind or a lookup, so one document's value would show in the others.
 */
import { type Iterator, Lazy } from 'mingo/lazy'
import {
  $addFields as addFieldsStage,
  $bucketAuto as bucketAutoStage,
  $project as projectStage,
} from 'mingo/operators/pipeline'
import type { Options } from 'mingo/types'
import { cloneDeep, removeValue, setValue } from 'mingo/util'
import { isPlainObject } from './operators'
import { valueAt } from './paths'
import type { Stage } from './stages'
import type { Document } from './text'

/** A copy of the document in which these paths can be written without touching any other document. */
export function detached(document: Document, paths: string[]): Document {
  const copy = { ...document }
  for (const path of paths) {
    const [first, ...rest] = path.split('.')
    if (rest.length > 0 && first in copy) copy[first] = cloneDeep(copy[first] as never)
  }
  return copy
}

/** The stages by name, in mingo's form: (documents, stage value, options) → documents. */
export const stageOperators = {
  $addFields: (input: Iterator, fields: Document, options: Options) =>
    addFieldsStage(detach(input, fields), fields, options),

  $project: (input: Iterator, fields: Document, options: Options) =>
    projectStage(detach(input, fields), fields, options),

  $bucketAuto: (input: Iterator, spec: Document, options: Options) =>
    input.transform((documents: Document[]) =>
      documents.length === 0 ? Lazy([]) : bucketAutoStage(Lazy(documents), spec as never, options),
    ),

  /** Nothing to count gives no document, not a zero. */
  $count: (input: Iterator, field: string) =>
    input.transform((documents: Document[]) =>
      Lazy(documents.length === 0 ? [] : [{ [field]: documents.length }]),
    ),

  /** mingo draws with replacement; here no document comes twice. */
  $sample: (input: Iterator, { size }: { size: number }) =>
    input.transform((documents: Document[]) => Lazy(shuffled(documents).slice(0, size))),

  /** mingo drops an empty text or object like an empty array; they are values. */
  $unwind: (input: Iterator, spec: string | Unwind) =>
    input.transform((documents: Document[]) =>
      Lazy(
        documents.flatMap((document) => unwound(document, typeof spec === 'string' ? { path: spec } : spec)),
      ),
    ),
}

interface Unwind {
  path: string
  includeArrayIndex?: string
  preserveNullAndEmptyArrays?: boolean
}

function unwound(document: Document, spec: Unwind): Document[] {
  const path = spec.path.slice(1)
  const { includeArrayIndex: index, preserveNullAndEmptyArrays: preserve = false } = spec
  const made = (item: unknown, position: number | null) => {
    const copy = detached(document, index === undefined ? [path] : [path, index])
    if (item === undefined) removeValue(copy, path)
    else setValue(copy, path, item)
    if (index !== undefined) setValue(copy, index, position)
    return copy
  }
  const value = valueAt(document, path)
  if (Array.isArray(value) && value.length > 0) return value.map(made)
  if (Array.isArray(value)) return preserve ? [made(undefined, null)] : []
  return preserve || (value !== null && value !== undefined) ? [made(value, null)] : []
}

/**
 * Writes stages out as others. `$bucket` becomes a group and a sort, as MongoDB itself runs it: mingo puts a value
 * on a boundary into the bucket below and shows empty buckets.
 */
export function expand(pipeline: Stage[]): Stage[] {
  return pipeline.flatMap((stage) => {
    if (stage.$bucket) return bucket(stage.$bucket as Bucket)
    const lookup = stage.$lookup as { pipeline?: Stage[] } | undefined
    return lookup?.pipeline ? [{ $lookup: { ...lookup, pipeline: expand(lookup.pipeline) } }] : [stage]
  })
}

/** Operand of `$bucket`. */
export interface Bucket extends Document {
  groupBy: unknown
  boundaries: unknown[]
  default?: unknown
  output?: Document
}

function bucket({ groupBy, boundaries, default: other, output = { count: { $sum: 1 } } }: Bucket): Stage[] {
  const branches = boundaries.slice(0, -1).map((low, i) => ({
    case: {
      $and: [{ $gte: [groupBy, { $literal: low }] }, { $lt: [groupBy, { $literal: boundaries[i + 1] }] }],
    },
    then: { $literal: low },
  }))
  const _id = { $switch: { branches, ...(other !== undefined && { default: { $literal: other } }) } }
  return [{ $group: { _id, ...output } }, { $sort: { _id: 1 } }]
}

function detach(input: Iterator, fields: Document): Iterator {
  // `{ a: { b: 0 } }` says the same as `{ 'a.b': 0 }`.
  const paths = Object.entries(fields).map(([key, value]) => (isPlainObject(value) ? `${key}.` : key))
  return input.map((document: Document) => detached(document, paths))
}

function shuffled(documents: Document[]): Document[] {
  for (let last = documents.length - 1; last > 0; last--) {
    const other = Math.floor(Math.random() * (last + 1))
    ;[documents[last], documents[other]] = [documents[other], documents[last]]
  }
  return documents
}
