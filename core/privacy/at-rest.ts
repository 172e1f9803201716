import { replacePersonalNumbers } from './personal-numbers'

/**
 * R-X3, data at rest: a document as it is stored. Personal numbers inside any text are replaced by a sealed token, so
 * that a copy of the database shows none; `restore` puts them back. A salt is sealed whole: with it, the digest of an
 * event's body would let a thief try out numbers. Everything else passes unchanged.
 */
const TOKEN = /⟦([A-Za-z0-9_.-]+)⟧/g

/** Fields that hold identifiers, keys and hashes: never words, and queries need them as they are. */
const IDENTIFIER_FIELD =
  /^(_id|id|number|key|sortKey|dueKey|headKey|resultKey|rankKey|changeKey|upTo|joinsUpTo|hash|prev|digest|inputHash|phoneHash|contactHash|photos|audience|waitsFor|likeKeys|others|type|code)$|Ids?$/
/** Hashes used as ids may stand anywhere; one in twenty has 11 digits in a row. */
const HASH = /^([0-9a-f]{32}|[0-9a-f]{64})$/

/** Protects every text of a value; `seal` encrypts. Dates and other objects with a class of their own pass as they are. */
export function protect<T>(value: T, seal: (plain: string) => string): T {
  return walk(value, '', (text, field) => {
    if (field === 'salt') return isToken(text) ? text : token(seal(text))
    return replacePersonalNumbers(text, (number) => token(seal(number)))
  })
}

/** Undoes `protect`. What `open` refuses (null) was no token of ours and stays as it is. */
export function restore<T>(value: T, open: (sealed: string) => string | null): T {
  return walk(value, '', (text) => text.replace(TOKEN, (whole, sealed: string) => open(sealed) ?? whole))
}

/** Protects one value that is stored under a field of this name, e.g. the last part of an update's path. */
export function protectField<T>(field: string, value: T, seal: (plain: string) => string): T {
  return protect({ [field]: value }, seal)[field] as T
}

const token = (sealed: string) => `⟦${sealed}⟧`
const isToken = (text: string) => text.startsWith('⟦') && text.endsWith('⟧')

function walk<T>(value: T, field: string, change: (text: string, field: string) => string): T
function walk(value: unknown, field: string, change: (text: string, field: string) => string): unknown {
  if (typeof value === 'string') return isIdentifier(value, field) ? value : change(value, field)
  if (Array.isArray(value)) return value.map((item) => walk(item, field, change))
  if (!isPlainObject(value)) return value
  return Object.fromEntries(Object.entries(value).map(([key, item]) => [key, walk(item, key, change)]))
}

const isIdentifier = (text: string, field: string) =>
  field !== 'salt' && (IDENTIFIER_FIELD.test(field) || HASH.test(text))

/** By its tag, not its prototype: documents may come from another realm. */
const isPlainObject = (value: unknown): value is Record<string, unknown> =>
  Object.prototype.toString.call(value) === '[object Object]'
