/** Actions on documents: read, count, add, change, remove; and the one that creates a collection. */
import { DATABASE_LIMITS } from '../limits'
import type { Document, Selection, Store } from '../store'
import { checkOrder } from '../store/order'
import { isPlainObject } from '../store/operators'
import { type Body, count, flag, optionalText, text, texts } from './body'
import { parseEjson } from './ejson'
import { cloudError } from './errors'
import { within } from './transactions'
import type { ActionHandler, RequestContext } from './types'

export const addCollection =
  (store: Store): ActionHandler =>
  (body) => {
    store.createCollection(text(body, 'collectionName'))
    return {}
  }

export const insertDocument =
  (store: Store): ActionHandler =>
  async (body, ctx) => {
    const collection = text(body, 'collectionName')
    const documents = texts(body, 'data').map((data) => object(data, 'data', ctx))
    const ids = await within(store, body, (transaction) => store.insert(collection, documents, transaction))
    return { data: { insertedIds: ids } }
  }

export const getDocument =
  (store: Store): ActionHandler =>
  async (body, ctx) => {
    const collection = text(body, 'collectionName')
    const selection = selectionOf(body, ctx)
    const list = await within(store, body, (transaction) => store.find(collection, selection, transaction))
    return { data: { list, offset: selection.skip, limit: selection.limit } }
  }

export const calculateDocument =
  (store: Store): ActionHandler =>
  (body, ctx) => ({ data: { total: store.count(text(body, 'collectionName'), queryOf(body, ctx)) } })

export const modifyDocument =
  (store: Store): ActionHandler =>
  async (body, ctx) => {
    const collection = text(body, 'collectionName')
    const query = queryOf(body, ctx)
    const data = object(text(body, 'data'), 'data', ctx)
    if (flag(body, 'merge')) {
      if (flag(body, 'upsert')) throw cloudError('INVALID_PARAM', 'upsert goes with set, not with update')
      const multi = flag(body, 'multi')
      const updated = await within(store, body, (transaction) =>
        store.update(collection, query, data, { multi }, transaction),
      )
      return { data: { updated } }
    }
    const id = query._id
    if (typeof id !== 'string') throw cloudError('INVALID_PARAM', 'set needs the _id of a document, a text')
    const result = await within(store, body, (transaction) => store.set(collection, id, data, transaction))
    // A truthy upsert_id means "created" to the SDK, so it is left out when nothing was.
    return { data: { updated: result.updated, ...(result.upserted && { upsert_id: id }) } }
  }

export const removeDocument =
  (store: Store): ActionHandler =>
  async (body, ctx) => {
    const collection = text(body, 'collectionName')
    const query = queryOf(body, ctx)
    const multi = flag(body, 'multi')
    const deleted = await within(store, body, (transaction) =>
      store.remove(collection, query, { multi }, transaction),
    )
    return { data: { deleted } }
  }

function selectionOf(
  body: Body,
  ctx: RequestContext,
): Required<Pick<Selection, 'skip' | 'limit'>> & Selection {
  const order = optionalObject(body, 'order', ctx)
  if (order) checkOrder(order)
  const one = body.queryType === 'DOC'
  return {
    query: queryOf(body, ctx),
    order,
    projection: optionalObject(body, 'projection', ctx),
    skip: count(body, 'offset', { min: 0, max: Number.MAX_SAFE_INTEGER, default: 0 }),
    limit: count(body, 'limit', {
      min: 1,
      max: DATABASE_LIMITS.maxQueryLimit,
      default: one ? 1 : DATABASE_LIMITS.defaultQueryLimit,
    }),
  }
}

function queryOf(body: Body, ctx: RequestContext): Document {
  return optionalObject(body, 'query', ctx) ?? {}
}

function optionalObject(body: Body, field: string, ctx: RequestContext): Document | undefined {
  const value = optionalText(body, field)
  return value === undefined ? undefined : object(value, field, ctx)
}

function object(value: string, field: string, ctx: RequestContext): Document {
  const parsed = parseEjson(value, field, ctx.now())
  if (!isPlainObject(parsed)) throw cloudError('INVALID_PARAM', `${field} must be an object`)
  return parsed
}
