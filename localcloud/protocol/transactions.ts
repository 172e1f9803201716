/** Actions on transactions, and running another action inside one. */
import type { Store, Transaction } from '../store'
import { type Body, optionalText, text } from './body'
import type { ActionHandler } from './types'

/**
 * How long an operation of a transaction stays open, in milliseconds. In the cloud each takes a network round, in
 * which a parallel one is refused as busy; on one thread two would never meet, and a `Promise.all` that fails in
 * the cloud would pass here.
 */
const OPERATION_MS = 10

export const startTransaction =
  (store: Store): ActionHandler =>
  // At the top level: inside `data` the SDK does not see it and every later operation runs outside.
  () => ({ transactionId: store.startTransaction() })

export const commitTransaction =
  (store: Store): ActionHandler =>
  (body) => {
    store.commitTransaction(text(body, 'transactionId'))
    return {}
  }

export const abortTransaction =
  (store: Store): ActionHandler =>
  (body) => {
    store.abortTransaction(text(body, 'transactionId'))
    return {}
  }

/** Runs an operation inside the transaction the body names, or directly when it names none. */
export function within<T>(
  store: Store,
  body: Body,
  operation: (transaction: Transaction | undefined) => T,
): T | Promise<T> {
  const id = optionalText(body, 'transactionId')
  return id === undefined ? operation(undefined) : store.inTransaction(id, hold, operation)
}

function hold(): Promise<void> {
  return new Promise((resolve) => setTimeout(resolve, OPERATION_MS))
}
