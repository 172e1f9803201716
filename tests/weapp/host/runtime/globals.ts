import type { HostWindow } from './context'
import type { Turns } from './turns'

/**
 * What JavaScript itself supplies. Everything else that a browser's window has is hidden from the mini-program, so
 * that code which leans on it fails here as on a phone. `Intl`, `WebAssembly`, `queueMicrotask` and the shared-memory
 * names are missing or unreliable on some phones and stay hidden too.
 */
const LANGUAGE =
  `Object Function Array Number Boolean String Symbol BigInt Math Date RegExp JSON Reflect Proxy
  Promise Map Set WeakMap WeakSet WeakRef FinalizationRegistry
  Error AggregateError EvalError RangeError ReferenceError SyntaxError TypeError URIError
  ArrayBuffer DataView Int8Array Uint8Array Uint8ClampedArray Int16Array Uint16Array Int32Array Uint32Array
  Float32Array Float64Array BigInt64Array BigUint64Array
  NaN Infinity undefined isNaN isFinite parseInt parseFloat
  decodeURI decodeURIComponent encodeURI encodeURIComponent escape unescape`.split(/\s+/)

const INTERVALS = ['setInterval', 'clearInterval'] as const

/** Names that could be reached although they are no property of the window. */
const ALSO_HIDDEN = [
  'eval',
  'process',
  'Buffer',
  'setImmediate',
  'clearImmediate',
  'require',
  'module',
  'exports',
]

const IDENTIFIER = /^[A-Za-z_$][\w$]*$/

export interface LogicGlobals {
  /** `globalThis` of the mini-program. */
  global: Record<string, unknown>
  /** Names that the scripts see as undefined. */
  hidden: string[]
}

/** The globals of the logic layer: JavaScript, timers, and nothing of the browser. */
export function logicGlobals(window: HostWindow, { setTimeout, clearTimeout }: Turns): LogicGlobals {
  const source = window as unknown as Record<string, unknown>
  const global: Record<string, unknown> = {}
  for (const name of LANGUAGE) if (name in source) global[name] = source[name]
  for (const name of INTERVALS) global[name] = (source[name] as (...given: unknown[]) => unknown).bind(window)
  Object.assign(global, { setTimeout, clearTimeout })
  global.Function = withoutEval(window, global)
  global.globalThis = global
  global.global = global
  const hidden = new Set(ALSO_HIDDEN)
  for (let level = source; level; level = Object.getPrototypeOf(level) as Record<string, unknown>) {
    for (const name of Object.getOwnPropertyNames(level)) if (IDENTIFIER.test(name)) hidden.add(name)
  }
  for (const name of Object.keys(global)) hidden.delete(name)
  return { global, hidden: [...hidden] }
}

/** Phones have no `new Function`, except for the one sentence by which libraries look for the global object. */
function withoutEval(window: HostWindow, global: Record<string, unknown>): unknown {
  // A function of the old kind, because it is called with `new`.
  function refuse(...parts: unknown[]): unknown {
    if (parts.length > 0 && /^\s*return this;?\s*$/.test(String(parts[parts.length - 1]))) return () => global
    throw new Error('new Function() is not available in a mini-program')
  }
  refuse.prototype = (window as unknown as { Function: { prototype: unknown } }).Function.prototype
  return refuse
}
