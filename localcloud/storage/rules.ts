import { readFileSync } from 'node:fs'

/**
 * Rule file of the storage (`deploy/storage.json`), in the cloud's own form: `read` and `write`, each a boolean
 * or an expression. It guards clients only; functions may do everything. Of the expression language the local
 * cloud knows what the product uses: terms joined by `&&`, each `true`, `false`, `auth != null`,
 * `resource.openid == auth.openid` or `/regular expression/.test(resource.path)`. Anything else is refused at start.
 */
export interface StorageRules {
  mayWrite(file: StoredBy, reader: Auth): boolean
}

export interface StoredBy {
  path: string
  /** Who stores or stored it. */
  openid: string
}

type Auth = { openid: string } | null
type Term = (file: StoredBy, auth: Auth) => boolean

/** Reads and checks the rule file. Reading is not offered to clients at all, so `read` must be false. */
export function readStorageRules(file: string): StorageRules {
  const { read, write } = JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>
  if (read !== false)
    throw new Error(`${file}: read must be false, files reach people as links from functions`)
  if (typeof write !== 'boolean' && typeof write !== 'string') throw new Error(`${file}: write is missing`)
  const terms = String(write)
    .split('&&')
    .map((text) => parseTerm(text.trim(), file))
  return { mayWrite: (target, auth) => terms.every((term) => term(target, auth)) }
}

function parseTerm(text: string, file: string): Term {
  if (text === 'true') return () => true
  if (text === 'false') return () => false
  if (text === 'auth != null') return (_target, auth) => auth !== null
  if (text === 'resource.openid == auth.openid') {
    return (target, auth) => auth !== null && target.openid === auth.openid
  }
  const pattern = /^\/(.+)\/\.test\(resource\.path\)$/.exec(text)?.[1]
  if (pattern !== undefined) {
    const expression = new RegExp(pattern)
    return (target) => expression.test(target.path)
  }
  throw new Error(`${file}: "${text}" is not a term the local cloud knows`)
}
