import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { readDeployment, type Deployment } from '../../localcloud/deployment'
import type { FunctionRule } from '../../localcloud/functions/access'
import { readCatalog, type FunctionSpec } from '../../localcloud/functions/catalog'
import { DeployFailure } from './failure'
import { findLeaks, placesOf, secretsAtHand } from './leaks'

/** Everything a deployment will do, from the built output and `deploy/`; made without any account. */
export interface Plan {
  version: Version
  /** The cloud environment the built mini-program asks; null: none was given. */
  cloudEnv: string | null
  packages: readonly Package[]
  functions: readonly PlannedFunction[]
  /** Functions that have a rule or a timeout but are not built (yet). */
  unbuilt: readonly string[]
  deployment: Deployment
}

export interface Version {
  /** From package.json. */
  number: string
  /** Short name of the commit; null outside a repository. */
  commit: string | null
  /** There are changes that are in no commit. */
  dirty: boolean
}

/** The main package or a subpackage of the mini-program. */
export interface Package {
  name: string
  bytes: number
}

export interface PlannedFunction {
  name: string
  /** Of its uploaded files, not packed. */
  bytes: number
  folder: string
  timeoutSeconds: number
  invoke: FunctionRule['invoke']
  /** openapi names its config.json asks for. */
  openapi: readonly string[]
  timer: { name: string; expression: string } | null
}

export interface PlanInput {
  /** The repository. */
  root: string
  env: Readonly<Record<string, string | undefined>>
  packages: readonly Package[]
}

/**
 * Makes the plan. Throws DeployFailure when something may not be shipped: a file of `deploy/` that is wrong, a
 * function without a rule of its own, a mini-program built for another environment, or a secret in the output.
 */
export function makePlan({ root, env, packages }: PlanInput): Plan {
  const deployment = checked(() => readDeployment(join(root, 'deploy')))
  const built = join(root, 'dist', 'cloudfunctions')
  const catalog = checked(() => readCatalog(built))
  const cloudEnv = env.CLOUDBASE_ENV?.trim() || null
  if (cloudEnv) assertBuiltFor(cloudEnv, join(root, 'dist', 'weapp'))
  refuseLeaks(root, env)
  const declared = Object.keys(deployment.functions.declared).filter((name) => name !== '*')
  return {
    version: readVersion(root),
    cloudEnv,
    packages,
    functions: [...catalog.values()]
      .map((spec) => planned(spec, join(built, spec.name), deployment))
      .sort((a, b) => (a.name < b.name ? -1 : 1)),
    unbuilt: [...new Set([...declared, ...deployment.runtime.exceptions])].filter(
      (name) => !catalog.has(name),
    ),
    deployment,
  }
}

function checked<T>(read: () => T): T {
  try {
    return read()
  } catch (error) {
    throw new DeployFailure((error as Error).message)
  }
}

function planned(
  { name, openapi, timer }: FunctionSpec,
  folder: string,
  { functions, runtime }: Deployment,
): PlannedFunction {
  const rule = Object.hasOwn(functions.declared, name) ? functions.declared[name] : undefined
  if (!rule) throw new DeployFailure(`云函数 ${name} 在 deploy/functions.json 里没有自己的规则`)
  return {
    name,
    folder,
    bytes: readdirSync(folder).reduce((sum, file) => sum + statSync(join(folder, file)).size, 0),
    timeoutSeconds: runtime.timeoutSeconds(name),
    invoke: rule.invoke,
    openapi,
    timer: timer && { name: timer.name, expression: timer.expression },
  }
}

/** A package built for another environment would send people's matters there. */
function assertBuiltFor(cloudEnv: string, weapp: string): void {
  const scripts = readdirSync(weapp).filter((file) => file.endsWith('.js'))
  const named = scripts.some((file) => readFileSync(join(weapp, file), 'utf8').includes(`"${cloudEnv}"`))
  if (!named) throw new DeployFailure(`dist/weapp 不是为云环境 ${cloudEnv} 编译的，请重新运行 npm run deploy`)
}

function refuseLeaks(root: string, env: PlanInput['env']): void {
  const search = { secrets: secretsAtHand(root, env), places: placesOf(root) }
  for (const part of ['weapp', 'cloudfunctions']) {
    const [leak, ...more] = findLeaks(join(root, 'dist', part), search)
    if (!leak) continue
    const others = more.length > 0 ? `（另有 ${more.length} 处）` : ''
    throw new DeployFailure(`dist/${part}/${leak.file} 里有${leak.what}，不能上传${others}`)
  }
}

function readVersion(root: string): Version {
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  const git = (...args: string[]) => {
    const { status, stdout } = spawnSync('git', args, { cwd: root, encoding: 'utf8' })
    return status === 0 ? stdout.trim() : null
  }
  return {
    number: version,
    commit: git('rev-parse', '--short', 'HEAD'),
    dirty: Boolean(git('status', '--porcelain')),
  }
}
