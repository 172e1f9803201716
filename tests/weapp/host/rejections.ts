import { nodeProcess } from './node'

type Handler = (reason: unknown, promise: Promise<unknown>) => void

interface Owner {
  /** `Promise` of the window that the mini-program runs in. */
  promise: { prototype: object }
  handle(reason: unknown): void
}

const owners = new Set<Owner>()
let displaced: Handler[] = []

/**
 * Node tells of an unhandled rejection only as a whole process. While a mini-program runs, those of its window go to
 * `handle`; the others go where they would have gone.
 * @returns stops listening
 */
export function ownRejections(promise: Owner['promise'], handle: Owner['handle']): () => void {
  const owner = { promise, handle }
  if (owners.size === 0) {
    displaced = nodeProcess.listeners('unhandledRejection') as Handler[]
    nodeProcess.removeAllListeners('unhandledRejection')
    nodeProcess.on('unhandledRejection', dispatch)
  }
  owners.add(owner)
  return () => {
    owners.delete(owner)
    if (owners.size > 0) return
    nodeProcess.removeListener('unhandledRejection', dispatch)
    for (const handler of displaced.splice(0)) nodeProcess.on('unhandledRejection', handler)
  }
}

function dispatch(reason: unknown, promise: Promise<unknown>): void {
  const owner = [...owners].find((one) => Object.getPrototypeOf(promise) === one.promise.prototype)
  if (owner) owner.handle(reason)
  else if (displaced.length > 0) displaced.forEach((handler) => handler(reason, promise))
  else throw reason
}
