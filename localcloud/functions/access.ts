import { readFileSync } from 'node:fs'

/**
 * Rule file of the functions (`deploy/functions.json`), in the cloud's own form: a name or `*` to
 * `{ "invoke": true | false | "auth != null" }`. It guards calls by clients only; timers, message pushes and
 * calls from another function pass.
 */
export interface FunctionRules {
  allows(name: string, caller: { signedIn: boolean }): boolean
}

type Invoke = boolean | 'auth != null'

/** Reads and checks the rule file; the cloud refuses one without `*` or with any other expression. */
export function readFunctionRules(file: string): FunctionRules {
  const rules = new Map<string, Invoke>()
  for (const [name, rule] of Object.entries(
    JSON.parse(readFileSync(file, 'utf8')) as Record<string, unknown>,
  )) {
    const invoke = (rule as { invoke?: unknown } | null)?.invoke
    if (invoke !== true && invoke !== false && invoke !== 'auth != null') {
      throw new Error(`${file}: ${name}.invoke must be true, false or "auth != null"`)
    }
    rules.set(name, invoke)
  }
  const fallback = rules.get('*')
  if (fallback === undefined) throw new Error(`${file}: a rule for "*" is missing`)
  return {
    allows(name, { signedIn }) {
      const invoke = rules.get(name) ?? fallback
      return invoke === 'auth != null' ? signedIn : invoke
    },
  }
}
