import * as v from 'valibot'

import { exactly, readDeclaration } from '../declaration'

/**
 * Rule file of the functions (`deploy/functions.json`), in the cloud's own form: a name or `*` to
 * `{ "invoke": true | false | "auth != null" }`. It guards calls by clients only; timers, message pushes and
 * calls from another function pass.
 */
export interface FunctionRules {
  allows(name: string, caller: { signedIn: boolean }): boolean
  /** The file's content, as it is given to the cloud. */
  declared: Readonly<Record<string, FunctionRule>>
}

export interface FunctionRule {
  invoke: boolean | 'auth != null'
}

const Rule = exactly({
  invoke: v.union([v.boolean(), v.literal('auth != null')], 'must be true, false or "auth != null"'),
})
const Rules = v.objectWithRest({ '*': Rule }, Rule, 'a rule for "*" is missing')

/** Reads and checks the rule file; the cloud refuses one without `*` or with any other expression. */
export function readFunctionRules(file: string): FunctionRules {
  const declared = readDeclaration(file, Rules) as Record<string, FunctionRule> & { '*': FunctionRule }
  return {
    declared,
    allows(name, { signedIn }) {
      const { invoke } = Object.hasOwn(declared, name) ? declared[name]! : declared['*']
      return invoke === 'auth != null' ? signedIn : invoke
    },
  }
}
