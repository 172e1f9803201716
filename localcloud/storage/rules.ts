import * as v from 'valibot'

import { exactly, readDeclaration } from '../declaration'

/**
 * Rule file of the storage (`deploy/storage.json`), in the cloud's own form: `read` and `write`, each a boolean
 * or an expression. It guards clients only; functions may do everything. Of the expression language the local
 * cloud knows what the product uses: terms joined by `&&`, each `true`, `false`, `auth != null`,
 * `resource.openid == auth.openid` or `/regular expression/.test(resource.path)`. Anything else is refused at start.
 */
export interface StorageRules {
  mayWrite(file: StoredBy, reader: Auth): boolean
  /** The file's content, as it is given to the cloud. */
  declared: Readonly<{ read: false; write: boolean | string }>
}

export interface StoredBy {
  path: string
  /** Who stores or stored it. */
  openid: string
}

type Auth = { openid: string } | null
type Term = (file: StoredBy, auth: Auth) => boolean

const Rules = exactly({
  read: v.literal(false, 'must be false, files reach people as links from functions'),
  write: v.union([v.boolean(), v.string()], 'must be true, false or an expression'),
})

/** Reads and checks the rule file. Reading is not offered to clients at all, so `read` must be false. */
export function readStorageRules(file: string): StorageRules {
  const declared = readDeclaration(file, Rules)
  const terms = String(declared.write)
    .split('&&')
    .map((text) => parseTerm(text.trim(), file))
  return { declared, mayWrite: (target, auth) => terms.every((term) => term(target, auth)) }
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
