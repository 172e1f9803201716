/** The action that runs an aggregation. */
import { isPlainObject } from '../store/operators'
import type { Store } from '../store'
import { text } from './body'
import { parseEjson } from './ejson'
import { cloudError } from './errors'
import type { ActionHandler } from './types'

export const aggregateDocuments =
  (store: Store): ActionHandler =>
  (body, ctx) => {
    const { stages } = body
    if (!Array.isArray(stages)) throw cloudError('INVALID_PARAM', 'stages must be a list')
    const pipeline = stages.map((stage: unknown, position) => {
      const field = `stages[${position}]`
      if (!isPlainObject(stage)) throw cloudError('INVALID_PARAM', `${field} must be an object`)
      const name = text(stage, 'stageKey')
      return { [name]: parseEjson(text(stage, 'stageValue'), `${field}.stageValue`, ctx.now()) }
    })
    return { data: { list: store.aggregate(text(body, 'collectionName'), pipeline) } }
  }
