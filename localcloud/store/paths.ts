/** Dotted paths, as queries, updates and projections name fields. */

const DIGITS = /^\d+$/

/** Whether a key or dotted path could reach an object's prototype when it is followed. */
export function reachesPrototype(path: string): boolean {
  return path
    .split('.')
    .some((part) => part === '__proto__' || part === 'constructor' || part === 'prototype')
}

/** Whether this part of a path is a position in an array. */
export function isPosition(part: string): boolean {
  return DIGITS.test(part)
}

/** The value of an object's own field or an array's element; undefined when there is none. */
export function member(value: unknown, part: string): unknown {
  if (value === null || typeof value !== 'object' || !Object.hasOwn(value, part)) return undefined
  return (value as Record<string, unknown>)[part]
}

/** Follows a dotted path through objects and array positions; undefined when it leads nowhere. */
export function valueAt(value: unknown, path: string): unknown {
  return path.split('.').reduce(member, value)
}
