'use strict'
/**
 * The thread that runs cloud functions, several calls at a time. Plain CommonJS, loaded by path, so that it is
 * the same file whether the local cloud itself runs from source or bundled.
 *
 * In the cloud one instance serves one call, and the SDK reads the caller from `process.env`. Here calls share
 * the thread, so `process.env` becomes a view that answers each call with its own variables, found through
 * AsyncLocalStorage. Work a call leaves behind keeps its own identity; work outside any call has none.
 */
const { AsyncLocalStorage } = require('node:async_hooks')
const Module = require('node:module')
const { parentPort, workerData } = require('node:worker_threads')

const calls = new AsyncLocalStorage()
const base = Object.freeze({ ...workerData.env })

/** Built functions may lie outside the project (tests): `wx-server-sdk` is found in the project's modules. */
function addModulePath(path) {
  process.env.NODE_PATH = path
  Module._initPaths()
}

function installEnvironment() {
  const visible = () => calls.getStore()?.env ?? base
  const refuse = (_target, key) => {
    throw new TypeError(`process.env is read-only in a cloud function (${String(key)})`)
  }
  const view = new Proxy(
    {},
    {
      get: (_target, key) => visible()[key],
      has: (_target, key) => key in visible(),
      ownKeys: () => Reflect.ownKeys(visible()),
      getOwnPropertyDescriptor: (_target, key) =>
        Object.hasOwn(visible(), key)
          ? { value: visible()[key], enumerable: true, configurable: true, writable: false }
          : undefined,
      set: refuse,
      defineProperty: refuse,
      // Deleting what is not there changes nothing; the SDK's `debug` does it when it is loaded.
      deleteProperty: (target, key) => !(key in visible()) || refuse(target, key),
      setPrototypeOf: refuse,
      preventExtensions: refuse,
    },
  )
  Object.defineProperty(process, 'env', {
    get: () => view,
    set(value) {
      refuse(value, 'all of it')
    },
    enumerable: true,
  })
}

function describe(error) {
  if (error instanceof Error) return { message: `${error.name}: ${error.message}`, stack: error.stack ?? '' }
  let text
  try {
    text = typeof error === 'string' ? error : JSON.stringify(error)
  } catch {
    text = String(error)
  }
  return { message: String(text), stack: '' }
}

/** Loaded outside the call, so that timers and promises a module makes at load carry nobody's identity. */
function load(entry) {
  const { main } = calls.exit(() => require(entry))
  if (typeof main !== 'function') throw new TypeError('exports.main is not a function')
  return main
}

async function answer({ id, entry, event, context }) {
  try {
    const reply = await load(entry)(JSON.parse(event), context)
    return { kind: 'reply', id, json: JSON.stringify(reply) ?? 'null' }
  } catch (error) {
    return { kind: 'failure', id, ...describe(error) }
  }
}

addModulePath(workerData.modulePath)
installEnvironment()

// Neither may end the thread: other people's calls run on it. A throw outside any promise fails its own call.
process.on('unhandledRejection', (error) => {
  parentPort.postMessage({ kind: 'stray', id: calls.getStore()?.id, fatal: false, ...describe(error) })
})
process.on('uncaughtException', (error) => {
  parentPort.postMessage({ kind: 'stray', id: calls.getStore()?.id, fatal: true, ...describe(error) })
})

parentPort.on('message', (call) => {
  const env = Object.freeze({ ...base, ...call.env })
  void calls.run({ id: call.id, env }, async () => parentPort.postMessage(await answer(call)))
})
