import { existsSync, readFileSync } from 'node:fs'
import { createRequire } from 'node:module'
import { join } from 'node:path'
import { DeployFailure } from './failure'

/** What is used of `@cloudbase/manager-node` 5.6.5: the methods its documentation names, with what they answer. */
export interface CloudBase {
  env: { getEnvInfo(): Promise<{ EnvInfo: { EnvId: string } }> }
  database: {
    listCollections(page: { MgoLimit: number; MgoOffset: number }): Promise<{
      Collections: { CollectionName: string }[]
      Pager: { Total: number }
    }>
    createCollection(name: string): Promise<unknown>
    describeCollection(name: string): Promise<{ Indexes?: CloudIndex[] }>
    updateCollection(name: string, change: { CreateIndexes: NewIndex[] }): Promise<unknown>
  }
  storage: {
    getStorageAcl(options: { withRule: true }): Promise<{ acl: string; rule?: object }>
    setStorageAcl(acl: 'CUSTOM', rule: object): Promise<unknown>
  }
  functions: {
    getFunctionList(
      limit: number,
      offset: number,
    ): Promise<{ Functions: { FunctionName: string }[]; TotalCount: number }>
    getFunctionDetail(name: string): Promise<CloudFunction>
    createFunction(options: {
      func: FunctionSettings
      functionPath: string
      deployMode: 'zip'
    }): Promise<unknown>
    updateFunctionCode(options: {
      func: Pick<FunctionSettings, 'name' | 'runtime' | 'installDependency' | 'isWaitInstall'>
      functionPath: string
      deployMode: 'zip'
    }): Promise<unknown>
    updateFunctionConfig(
      func: Pick<FunctionSettings, 'name' | 'memorySize' | 'timeout' | 'envVariables'>,
    ): Promise<unknown>
    /** Until it is ready for the next change. */
    waitFunctionActive(name: string): Promise<void>
    createFunctionTriggers(name: string, triggers: Timer[]): Promise<unknown>
    deleteFunctionTrigger(name: string, trigger: string): Promise<unknown>
  }
  /** Any action of Tencent Cloud's API `tcb`; the library has no method of its own for permissions. */
  commonService(
    service: 'tcb',
    version: '2018-06-08',
  ): {
    call(request: { Action: string; Param: object }): Promise<Record<string, unknown>>
  }
}

export interface CloudIndex {
  Name: string
  Keys: { Name?: string; Direction?: string }[]
  Unique?: boolean
}

export interface NewIndex {
  IndexName: string
  MgoKeySchema: { MgoIsUnique: boolean; MgoIndexKeys: { Name: string; Direction: string }[] }
}

export interface CloudFunction {
  Runtime: string
  Environment?: { Variables?: { Key: string; Value: string }[] }
  Triggers?: { TriggerName: string; TriggerDesc: string }[]
}

export interface FunctionSettings {
  name: string
  runtime: string
  handler: string
  memorySize: number
  timeout: number
  installDependency: true
  isWaitInstall: true
  envVariables?: Record<string, string>
}

export interface Timer {
  name: string
  type: 'timer'
  config: string
}

/** What is used of `miniprogram-ci` 2.1.42. */
export interface MiniProgramCi {
  Project: new (options: {
    appid: string
    type: 'miniProgram'
    projectPath: string
    privateKey: string
  }) => object
  upload(options: {
    project: object
    version: string
    desc: string
    setting: { useProjectConfig: true }
    onProgressUpdate(): void
  }): Promise<{ subPackageInfo?: { name: string; size: number }[] }>
}

export interface Libraries {
  CloudBase: new (options: { secretId: string; secretKey: string; envId: string }) => CloudBase
  ci: MiniProgramCi
}

/**
 * Loads the two libraries of `deploy/package.json`; the product itself does without them (docs/adr/0005). Throws
 * DeployFailure when they are not installed, or not as its lock says.
 */
export function loadLibraries(root: string): Libraries {
  const manifest = join(root, 'deploy', 'package.json')
  const { dependencies } = JSON.parse(readFileSync(manifest, 'utf8')) as {
    dependencies: Record<string, string>
  }
  for (const [name, version] of Object.entries(dependencies)) {
    const installed = join(root, 'deploy', 'node_modules', ...name.split('/'), 'package.json')
    if (!existsSync(installed) || JSON.parse(readFileSync(installed, 'utf8')).version !== version) {
      throw new DeployFailure('上传用的库还没有装好，请先运行：npm ci --prefix deploy')
    }
  }
  const load = createRequire(manifest)
  // Each tells about itself on the console when loaded.
  return quietly(() => ({ CloudBase: load('@cloudbase/manager-node'), ci: load('miniprogram-ci') }))
}

const METHODS = ['log', 'info', 'warn', 'error', 'debug'] as const

/** Runs `work` without the libraries' own chatter: what matters is said by us, and errors are thrown. */
export function quietly<T>(work: () => T): T {
  const before = METHODS.map((method) => [method, console[method]] as const)
  for (const method of METHODS) console[method] = () => {}
  const restore = () => before.forEach(([method, own]) => (console[method] = own))
  let result: T
  try {
    result = work()
  } catch (error) {
    restore()
    throw error
  }
  if (result instanceof Promise) return result.finally(restore) as T
  restore()
  return result
}
