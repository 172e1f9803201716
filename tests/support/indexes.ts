import { AsyncLocalStorage } from 'node:async_hooks'
import type { LocalCloud } from '../../localcloud/server'

/** Above zero while a test itself looks into the store. */
let looking = 0

/**
 * A test's own look into the store. It says so, because the context of a call can outlive it on a kept connection and
 * then the test would pass for the function.
 */
export function unwatched<T>(look: () => T): T {
  looking += 1
  try {
    return look()
  } finally {
    looking -= 1
  }
}

/**
 * Watches every query the functions make from now on. The returned function ends it and throws when one of them ran
 * without a declared index (`deploy/collections.json`): in a county such a query reads the whole collection. What
 * tests, seeds and the sign-in page ask the store themselves is not the product's and does not count.
 */
export function watchIndexes({ onRequest, store }: Pick<LocalCloud, 'onRequest' | 'store'>): () => void {
  const unindexed = new Set<string>()
  /** The function's request that is being answered here, also after an await; nothing for everybody else. */
  const call = new AsyncLocalStorage<string>()
  const stopRequests = onRequest(({ token }) => call.enterWith(token ?? ''))
  const stopQueries = store.onQuery(({ usedIndex, collection, action, query, order }) => {
    if (!usedIndex && looking === 0 && call.getStore())
      unindexed.add(JSON.stringify({ collection, action, query, order }))
  })
  return () => {
    stopRequests()
    stopQueries()
    if (unindexed.size > 0) throw new Error(`queries without an index:\n${[...unindexed].join('\n')}`)
  }
}
