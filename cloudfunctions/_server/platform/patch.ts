/** An update in our own words; only `database` turns it into the SDK's commands. Keys are dotted paths. */
export interface Patch {
  set?: Record<string, unknown>
  unset?: readonly string[]
  /** Appended in order. */
  push?: Record<string, readonly unknown[]>
  inc?: Record<string, number>
  addToSet?: Record<string, string>
  /** Takes a value out of an array, wherever it stands. */
  pull?: Record<string, string>
}

type Doc = Record<string, unknown>

/**
 * The update that makes `next` of the stored `prev`, field by field at the top level: an array that only grew is
 * pushed to, anything else that changed is set whole, what `next` lacks is removed. `version` is counted up and not
 * compared: it belongs to the condition of the write.
 */
export function patchOf(prev: object, next: object): Patch {
  const [before, after] = [prev as Doc, next as Doc]
  const set: Doc = {}
  const push: Record<string, unknown[]> = {}
  const unset: string[] = []
  for (const field of new Set([...Object.keys(before), ...Object.keys(after)])) {
    if (field === '_id' || field === 'version') continue
    const [was, is] = [before[field], after[field]]
    if (isSame(was, is)) continue
    if (is === undefined) unset.push(field)
    else if (isGrown(was, is)) push[field] = is.slice((was as unknown[]).length)
    else set[field] = is
  }
  return { set, unset, push, inc: { version: 1 } }
}

/** Whether both are stored alike; a field that is undefined is not stored at all. */
export function isSame(a: unknown, b: unknown): boolean {
  // `Object.is` for NaN; -0 is stored as 0.
  if (a === b || Object.is(a, b)) return true
  if (a instanceof Date && b instanceof Date) return a.getTime() === b.getTime()
  if (typeof a !== 'object' || typeof b !== 'object' || a === null || b === null) return false
  if (Array.isArray(a) !== Array.isArray(b) || a instanceof Date !== b instanceof Date) return false
  if (Array.isArray(a) && Array.isArray(b) && a.length !== b.length) return false
  return [...new Set([...Object.keys(a), ...Object.keys(b)])].every((key) =>
    isSame((a as Doc)[key], (b as Doc)[key]),
  )
}

/** A stored array that kept all it had and got more. */
function isGrown(was: unknown, is: unknown): is is unknown[] {
  return (
    Array.isArray(was) &&
    Array.isArray(is) &&
    is.length > was.length &&
    was.every((item, index) => isSame(item, is[index]))
  )
}
