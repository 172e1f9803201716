import { isDeepStrictEqual } from 'node:util'
import type { FunctionRuntime } from '../../localcloud/functions/runtime'
import type { CloudBase, CloudFunction } from './libraries'
import type { PlannedFunction } from './plan'
import { settleVariables } from './variables'

const PAGE = 20

/** The cloud's functions as they are before anything is changed. */
export interface FunctionState {
  /** Of the planned functions, those that exist. */
  present: ReadonlyMap<string, CloudFunction>
  /** By planned function, the variables it is to have. */
  variables: ReadonlyMap<string, Readonly<Record<string, string>>>
  /** Functions and timers nobody declared: told, never dropped. */
  extra: string[]
  /** Things this command cannot change. */
  notes: string[]
}

/** Looks at the cloud, changing nothing. Throws DeployFailure when a variable is missing or may not be changed. */
export async function lookAtFunctions(
  cloud: CloudBase,
  planned: readonly PlannedFunction[],
  runtime: FunctionRuntime,
  given: Readonly<Record<string, string | undefined>>,
): Promise<FunctionState> {
  const names = await listFunctions(cloud)
  const present = new Map<string, CloudFunction>()
  for (const { name } of planned) {
    if (names.includes(name)) present.set(name, await cloud.functions.getFunctionDetail(name))
  }
  const current = new Map(planned.map(({ name }) => [name, variablesOf(present.get(name))]))
  const extra = names.filter((name) => !planned.some((each) => each.name === name))
  for (const { name, timer } of planned) {
    const others = (present.get(name)?.Triggers ?? []).filter((each) => each.TriggerName !== timer?.name)
    extra.push(...others.map(({ TriggerName }) => `${name} 的触发器 ${TriggerName}`))
  }
  const notes = [...present]
    .filter(([, { Runtime }]) => Runtime !== runtime.node)
    .map(([name, { Runtime }]) => `${name} 在云上用的是 ${Runtime}，只有删掉重建才能换成 ${runtime.node}`)
  return { present, variables: settleVariables(runtime.env, current, given), extra, notes }
}

/** Creates or updates every function, one after the other, each with its settings, variables and timer. */
export async function applyFunctions(
  cloud: CloudBase,
  planned: readonly PlannedFunction[],
  runtime: FunctionRuntime,
  { present, variables }: FunctionState,
  say: (line: string) => void,
): Promise<void> {
  for (const each of planned) {
    const before = present.get(each.name)
    const envVariables = { ...variables.get(each.name) }
    if (before) await update(cloud, each, runtime, before, envVariables)
    else await create(cloud, each, runtime, envVariables)
    await setTimer(cloud, each, before)
    say(`${before ? '更新' : '新建'}云函数 ${each.name}`)
  }
}

/** What both ways need: the cloud installs wx-server-sdk, and the next step waits for it. */
const coreOf = ({ name }: PlannedFunction, { node }: FunctionRuntime) =>
  ({ name, runtime: node, installDependency: true, isWaitInstall: true }) as const

async function create(
  { functions }: CloudBase,
  planned: PlannedFunction,
  runtime: FunctionRuntime,
  envVariables: Record<string, string>,
): Promise<void> {
  await functions.createFunction({
    func: {
      ...coreOf(planned, runtime),
      handler: 'index.main',
      memorySize: runtime.memoryMib,
      timeout: planned.timeoutSeconds,
      envVariables,
    },
    functionPath: planned.folder,
    deployMode: 'zip',
  })
}

async function update(
  { functions }: CloudBase,
  planned: PlannedFunction,
  runtime: FunctionRuntime,
  before: CloudFunction,
  envVariables: Record<string, string>,
): Promise<void> {
  const { name } = planned
  const func = coreOf(planned, runtime)
  await functions.updateFunctionCode({ func, functionPath: planned.folder, deployMode: 'zip' })
  await functions.updateFunctionConfig({
    name,
    memorySize: runtime.memoryMib,
    timeout: planned.timeoutSeconds,
    // The cloud replaces the whole list, so it is sent only when it changes.
    ...(isDeepStrictEqual(variablesOf(before), envVariables) ? {} : { envVariables }),
  })
  await functions.waitFunctionActive(name)
}

/** A timer of the same name with another expression is replaced: the cloud would keep the old one. */
async function setTimer(
  { functions }: CloudBase,
  { name, timer }: PlannedFunction,
  before: CloudFunction | undefined,
): Promise<void> {
  if (!timer) return
  const same = before?.Triggers?.find(({ TriggerName }) => TriggerName === timer.name)
  if (same && expressionOf(same.TriggerDesc) === timer.expression) return
  if (same) await functions.deleteFunctionTrigger(name, timer.name)
  await functions.createFunctionTriggers(name, [
    { name: timer.name, type: 'timer', config: timer.expression },
  ])
}

/** The cloud tells an expression as it was given, or as `{"cron":"…"}`. */
function expressionOf(description: string): string {
  if (!description.startsWith('{')) return description
  return String((JSON.parse(description) as { cron?: unknown }).cron)
}

async function listFunctions({ functions }: CloudBase): Promise<string[]> {
  const names: string[] = []
  for (;;) {
    const { Functions, TotalCount } = await functions.getFunctionList(PAGE, names.length)
    names.push(...Functions.map(({ FunctionName }) => FunctionName))
    if (Functions.length === 0 || names.length >= TotalCount) return names
  }
}

const variablesOf = (detail: CloudFunction | undefined): Record<string, string> =>
  Object.fromEntries((detail?.Environment?.Variables ?? []).map(({ Key, Value }) => [Key, Value]))
