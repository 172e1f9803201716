/**
 * What `npm run deploy` does after the builds (scripts/deploy.mjs): the cloud first, closed before it is filled, then
 * the mini-program, so that no phone ever asks for what is not there yet. Every step may be repeated.
 */
import { applyDatabase, compareDatabase } from './database'
import { describeVersion } from './describe'
import { explain } from './failure'
import { applyFunctions, lookAtFunctions } from './functions'
import { quietly, type Libraries } from './libraries'
import { stageMiniProgram, uploadMiniProgram } from './miniprogram'
import type { Plan } from './plan'
import { applyFunctionRules, applyStorageRule } from './rules'
import type { Settings } from './settings'

export { describePlan } from './describe'
export { DeployFailure } from './failure'
export { loadLibraries } from './libraries'
export { makePlan } from './plan'
export { readSettings } from './settings'

export interface Deploy {
  root: string
  plan: Plan
  settings: Settings
  libraries: Libraries
  /** Variables of the terminal, for functions that do not have theirs yet. */
  env: Readonly<Record<string, string | undefined>>
  say: (line: string) => void
}

/** Carries out a plan. Throws DeployFailure, one line; what was done until then stays and is not done again. */
export async function deploy({ root, plan, settings, libraries, env, say }: Deploy): Promise<void> {
  const { deployment, functions } = plan
  const { cloudEnv, secretId, secretKey } = settings
  const own = [...deployment.runtime.env.required, ...deployment.runtime.env.optional].map(
    (name) => env[name] ?? '',
  )
  const secrets = [settings.uploadKey, secretId, secretKey, ...own]
  const step = async <T>(name: string, work: () => Promise<T>): Promise<T> => {
    try {
      return await quietly(work)
    } catch (error) {
      throw explain(name, error, secrets)
    }
  }

  const cloud = new libraries.CloudBase({ secretId, secretKey, envId: cloudEnv })
  await step('连接云环境', () => cloud.env.getEnvInfo())
  const changes = await step('查看数据库', () => compareDatabase(cloud, deployment.collections))
  const state = await step('查看云函数', () => lookAtFunctions(cloud, functions, deployment.runtime, env))
  for (const note of state.notes) say(`注意：${note}`)
  const extra = [...changes.extra, ...state.extra]
  if (extra.length > 0) say(`云上多出的（保留，没有动）：${extra.join('、')}`)

  await step('设置数据库', () =>
    applyDatabase(cloud, cloudEnv, deployment.collections, deployment.database, changes, say),
  )
  await step('设置云存储权限', () => applyStorageRule(cloud, deployment.storage, say))
  await step('设置云函数权限', () => applyFunctionRules(cloud, cloudEnv, deployment.functions, say))
  await step('上传云函数', () => applyFunctions(cloud, functions, deployment.runtime, state, say))
  await step('上传小程序', () =>
    uploadMiniProgram(libraries.ci, stageMiniProgram(root, settings.appId), settings, plan.version),
  )
  say(`完成：小程序 ${describeVersion(plan.version)} 已上传，请在微信公众平台选为体验版或提交审核`)
}
