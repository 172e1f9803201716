/**
 * Aggregation: the leading match, sort, skip and limit go to the planner, the rest runs in mingo. Stages that reach
 * into other collections, or that mingo answers otherwise than MongoDB, are replaced here.
 */
import { Aggregator } from 'mingo/aggregator'
import { Context } from 'mingo/core'
import { type Iterator, Lazy } from 'mingo/lazy'
import { $lookup as joinPipeline } from 'mingo/operators/pipeline'
import type { Options } from 'mingo/types'
import { resolve as pathValue, setValue } from 'mingo/util'
import { cloudError } from '../protocol/errors'
import type { Collection } from './collection'
import { asCloudError, ENGINE } from './engine'
import { distanceWithin, near } from './geo-operators'
import type { Order } from './order'
import { valueAt } from './paths'
import type { Reads, Selection } from './reads'
import { detached, expand, stageOperators } from './stage-operators'
import type { Lookup, Stage } from './stages'
import { type Document, toText } from './text'

/** Documents `$geoNear` returns when it names no limit. */
const GEO_NEAR_LIMIT = 100

/** Finds a collection by name; throws CloudError when it does not exist. */
export type Resolve = (name: string) => Collection

/** Runs a checked pipeline and returns the resulting documents as texts. */
export function aggregate(
  reads: Reads,
  resolve: Resolve,
  collection: Collection,
  pipeline: Stage[],
): string[] {
  return asCloudError(() => {
    const { documents, rest } = source(reads, collection, pipeline)
    const stages = Context.init().addPipelineOps({
      ...stageOperators,
      $lookup: lookupIn(reads, resolve),
    } as never)
    const context = Context.from(stages, ENGINE.context as Context)
    return new Aggregator(expand(rest), { ...ENGINE, context }).run<Document>(documents).map(toText)
  })
}

/** What the first stages leave, read with as much help of indexes as they allow. */
function source(
  reads: Reads,
  collection: Collection,
  pipeline: Stage[],
): { documents: Document[]; rest: Stage[] } {
  const [first] = pipeline
  if (first?.$geoNear) {
    return { documents: geoNear(reads, collection, first.$geoNear as Document), rest: pipeline.slice(1) }
  }
  const { selection, taken } = leading(pipeline)
  const documents = reads.found(collection, selection, 'aggregate').map((found) => found.document)
  return { documents, rest: pipeline.slice(taken) }
}

/** The leading stages a read can do by itself, in the order in which a read does them: match, sort, skip, limit. */
function leading(pipeline: Stage[]): { selection: Selection; taken: number } {
  const selection: Selection = { query: {} }
  let taken = 0
  const next = <T>(name: string): T | undefined => pipeline[taken]?.[name] as T | undefined
  for (let match = next<Document>('$match'); match !== undefined; match = next<Document>('$match')) {
    selection.query = Object.keys(selection.query).length === 0 ? match : { $and: [selection.query, match] }
    taken++
  }
  for (const [stage, part] of [
    ['$sort', 'order'],
    ['$skip', 'skip'],
    ['$limit', 'limit'],
  ] as const) {
    const value = next<Order & number>(stage)
    if (value === undefined) continue
    selection[part] = value
    taken++
  }
  return { selection, taken }
}

function geoNear(reads: Reads, collection: Collection, spec: Document): Document[] {
  const declared = [...collection.fields].filter(([, field]) => field.type === 'point').map(([path]) => path)
  const path = spec.key ?? (declared.length === 1 ? declared[0] : undefined)
  if (typeof path !== 'string' || !declared.includes(path)) {
    throw cloudError(
      'DATABASE_REQUEST_FAILED',
      'unable to find index for $geoNear query: declare one point index or name its field as key',
    )
  }
  const bounds = near('$geoNear', spec.near, spec.maxDistance, spec.minDistance)
  const query: Document = { ...(spec.query as Document | undefined) }
  const condition = {
    $nearSphere: {
      $geometry: spec.near,
      ...(spec.maxDistance !== undefined && { $maxDistance: spec.maxDistance }),
      ...(spec.minDistance !== undefined && { $minDistance: spec.minDistance }),
    },
  }
  const selection = {
    query: { $and: [query, { [path]: condition }] },
    limit: Number(spec.limit ?? GEO_NEAR_LIMIT),
  }
  return reads.found(collection, selection, 'aggregate').map(({ document }) => {
    const metres = distanceWithin(bounds, valueAt(document, path)) ?? 0
    setValue(document, spec.distanceField as string, metres * Number(spec.distanceMultiplier ?? 1))
    if (typeof spec.includeLocs === 'string') setValue(document, spec.includeLocs, valueAt(document, path))
    return document
  })
}

/** `$lookup`: by equality through the foreign field's index, or by a pipeline over the foreign collection. */
function lookupIn(reads: Reads, resolve: Resolve) {
  return (input: Iterator, lookup: Lookup, options: Options): Iterator => {
    const foreign = resolve(lookup.from)
    if (lookup.pipeline === undefined) return joinEqual(reads, foreign, input, lookup)
    // A first match that speaks of the foreign document alone narrows what is read; the pipeline stays whole.
    const match = lookup.pipeline[0]?.$match as Document | undefined
    const query = match && !JSON.stringify(match).includes('"$expr"') ? match : {}
    const documents = reads.found(foreign, { query }, 'lookup').map((found) => found.document)
    return joinPipeline(input, { ...lookup, from: documents } as never, options)
  }
}

function joinEqual(reads: Reads, foreign: Collection, input: Iterator, lookup: Lookup): Iterator {
  const { localField, foreignField, as } = lookup as Required<Lookup>
  return input.transform((documents: Document[]) => {
    const wanted = new Map(documents.flatMap((document) => joinKeys(document, localField)))
    const query = { [foreignField]: { $in: [...wanted.values()] } }
    const byKey = new Map<string, Document[]>()
    for (const { document } of reads.found(foreign, { query }, 'lookup')) {
      for (const [key] of joinKeys(document, foreignField)) {
        byKey.set(key, [...(byKey.get(key) ?? []), document])
      }
    }
    return Lazy(
      documents.map((document) => {
        const joined = joinKeys(document, localField).flatMap(([key]) => byKey.get(key) ?? [])
        const result = detached(document, [as])
        setValue(result, as, [...new Set(joined)])
        return result
      }),
    )
  })
}

/** The values a field joins by, each with a text that is equal for equal values. An absent field joins as null. */
function joinKeys(document: Document, path: string): [key: string, value: unknown][] {
  const value: unknown = pathValue(document, path) ?? null
  return (Array.isArray(value) ? value : [value]).map((item) => [toText(item), item])
}
