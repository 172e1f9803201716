/**
 * The text a document is kept in. It is EJSON in its cheapest accepted form, so that a read can be answered with
 * the stored text unchanged: plain JSON numbers, and `{"$date": <milliseconds>}` for a date.
 */

/** A document as the query engine sees it: JSON values, Date and RegExp. */
export type Document = Record<string, unknown>

/** Turns a value into its text. `undefined` fields are left out; in arrays they become null. */
export function toText(value: unknown): string {
  return JSON.stringify(encode(value))
}

/** Turns a text made by {@link toText} back into the document. */
export function fromText(text: string): Document {
  const value: unknown = JSON.parse(text)
  // Most documents hold a special value somewhere, but the short ones (counters, locks) do not: skip the walk.
  return (text.includes('"$') ? decode(value) : value) as Document
}

function encode(value: unknown): unknown {
  if (typeof value === 'number') return Number.isFinite(value) ? value : { $numberDouble: String(value) }
  if (value === null || typeof value !== 'object') return value
  if (value instanceof Date) return { $date: value.getTime() }
  if (value instanceof RegExp) {
    return { $regularExpression: { pattern: value.source, options: value.flags } }
  }
  // JSON writes undefined elements, and the holes an update by index may leave, as null, like the cloud.
  if (Array.isArray(value)) return value.map(encode)
  const out: Document = {}
  for (const [key, item] of Object.entries(value)) if (item !== undefined) out[key] = encode(item)
  return out
}

function decode(value: unknown): unknown {
  if (value === null || typeof value !== 'object') return value
  if (Array.isArray(value)) {
    for (let i = 0; i < value.length; i++) value[i] = decode(value[i])
    return value
  }
  const object = value as Document
  if (typeof object.$date === 'number') return new Date(object.$date)
  if (object.$numberDouble !== undefined) return Number(object.$numberDouble)
  if (object.$regularExpression !== undefined) {
    const { pattern, options } = object.$regularExpression as { pattern: string; options: string }
    return new RegExp(pattern, options)
  }
  for (const key of Object.keys(object)) object[key] = decode(object[key])
  return object
}
