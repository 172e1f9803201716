const FORBIDDEN = new Set(['__proto__', 'constructor', 'prototype'])
const PATH = /^[A-Za-z_][A-Za-z0-9_-]*(\.[A-Za-z0-9_-]+)*$/

/**
 * Refuses a value with a key the database could read as an operator or a path, or JavaScript as a prototype.
 * Input never gets this far with one (its schemas are strict); this is the second wall.
 */
export function assertSafeKeys(value: unknown): void {
  if (Array.isArray(value)) return value.forEach(assertSafeKeys)
  if (typeof value !== 'object' || value === null || value instanceof Date) return
  for (const [key, item] of Object.entries(value)) {
    if (key.startsWith('$') || key.includes('.') || FORBIDDEN.has(key))
      throw new Error(`key ${key} cannot be stored`)
    assertSafeKeys(item)
  }
}

/** Refuses a dotted path whose parts are not plain names. */
export function assertSafePath(path: string): void {
  if (!PATH.test(path) || path.split('.').some((part) => FORBIDDEN.has(part))) {
    throw new Error(`path ${path} cannot be stored`)
  }
}
