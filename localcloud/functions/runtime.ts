import * as v from 'valibot'

import { exactly, readDeclaration } from '../declaration'
import { FUNCTION_LIMITS } from '../limits'
import { isReserved } from './environment'

/** How functions run (`deploy/runtime.json`): what the deployment sets in the cloud and the local cloud keeps to. */
export interface FunctionRuntime {
  /** The cloud's name of the Node version. */
  node: string
  memoryMib: number
  /** Longest run of a call of this function. */
  timeoutSeconds(name: string): number
  /** Functions that have a timeout of their own. */
  exceptions: readonly string[]
  /** Names of the variables set on every function; their values are in no file. */
  env: { required: readonly string[]; optional: readonly string[] }
}

const Seconds = v.pipe(
  v.number('must be a number of seconds'),
  v.integer('must be whole seconds'),
  v.minValue(1, 'must be at least 1'),
  v.maxValue(FUNCTION_LIMITS.maxRunMs / 1000, `may be at most ${FUNCTION_LIMITS.maxRunMs / 1000}`),
)
const Variable = v.pipe(
  v.string('must be a name'),
  v.regex(/^[A-Z][A-Z0-9_]*$/, 'is no name of a variable'),
  v.check((name) => !isReserved(name), 'is set by the cloud itself'),
)
const Runtime = exactly({
  node: v.picklist(['Nodejs20.19', 'Nodejs18.15'], 'must be Nodejs20.19 or Nodejs18.15'),
  // One size for all, because the local cloud's threads are shared: what is tested is what is shipped.
  memoryMib: v.literal(
    FUNCTION_LIMITS.memoryMib,
    `must be ${FUNCTION_LIMITS.memoryMib}, as in the local cloud`,
  ),
  timeoutSeconds: v.objectWithRest({ '*': Seconds }, Seconds, 'needs a number for "*"'),
  env: exactly({ required: v.array(Variable), optional: v.array(Variable) }),
})

/** Reads and checks the file. */
export function readFunctionRuntime(file: string): FunctionRuntime {
  const { timeoutSeconds, ...rest } = readDeclaration(file, Runtime)
  const seconds: Record<string, number> = timeoutSeconds
  const names = [...rest.env.required, ...rest.env.optional]
  const repeated = names.find((name, position) => names.indexOf(name) !== position)
  if (repeated !== undefined) throw new Error(`${file}: env names ${repeated} twice`)
  return {
    ...rest,
    timeoutSeconds: (name) => (Object.hasOwn(seconds, name) ? seconds[name]! : timeoutSeconds['*']),
    exceptions: Object.keys(seconds).filter((name) => name !== '*'),
  }
}
