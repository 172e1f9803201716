/**
 * The database side of the wire protocol: which operation answers which action. Each operation reads the body,
 * asks the store, and answers with the fields the SDK expects.
 */
import type { Store } from '../store'
import { aggregateDocuments } from './aggregation'
import {
  addCollection,
  calculateDocument,
  getDocument,
  insertDocument,
  modifyDocument,
  removeDocument,
} from './documents'
import { CloudError, cloudError } from './errors'
import { abortTransaction, commitTransaction, startTransaction } from './transactions'
import type { ActionHandler, ActionTable } from './types'

const OPERATIONS = {
  'database.addCollection': addCollection,
  'database.insertDocument': insertDocument,
  'database.getDocument': getDocument,
  'database.calculateDocument': calculateDocument,
  'database.modifyDocument': modifyDocument,
  'database.removeDocument': removeDocument,
  'database.aggregateDocuments': aggregateDocuments,
  'database.startTransaction': startTransaction,
  'database.commitTransaction': commitTransaction,
  'database.abortTransaction': abortTransaction,
} satisfies Record<string, (store: Store) => ActionHandler>

/** What a test wants to go wrong with a request: an error instead of it, or its answer lost after it was done. */
export type Fault = CloudError | 'drop-reply' | undefined

export interface DatabaseOptions {
  /** Asked before every action; `body.action` names it. */
  fault?: (body: Record<string, unknown>) => Fault
}

/** The handlers of every `database.*` action over one store. */
export function databaseActions(store: Store, { fault }: DatabaseOptions = {}): ActionTable {
  return Object.fromEntries(
    Object.entries(OPERATIONS).map(([action, operation]) => {
      const handler = operation(store)
      return [action, fault ? withFaults(handler, action, fault) : handler]
    }),
  )
}

function withFaults(
  handler: ActionHandler,
  action: string,
  fault: NonNullable<DatabaseOptions['fault']>,
): ActionHandler {
  return async (body, ctx) => {
    const wrong = fault({ ...body, action })
    if (wrong instanceof CloudError) throw wrong
    const answer = await handler(body, ctx)
    if (wrong === 'drop-reply') throw cloudError('SYS_ERR', 'the answer was lost')
    return answer
  }
}
