import { readFileSync } from 'node:fs'
import { resolve } from 'node:path'
import { parseArgs } from 'node:util'
import { NotAModel } from '@core/routing/category'
import { pause, readClock } from '@server/platform/clock'
import { sha256 } from '@server/platform/crypto'
import * as files from '@server/platform/files'
import { installModel, removeInstalledModel } from '@server/routing'
import { readAdminFile } from '../../localcloud/admin-file'
import { DeployFailure } from '../deploy/failure'
import { readCloudSettings } from '../deploy/settings'
import { Unusable } from './messages'

const USAGE = 'npm run routing:install -- (--model MODEL | --remove) [--cloud]'

const OPTIONS = {
  model: { type: 'string' },
  remove: { type: 'boolean' },
  cloud: { type: 'boolean' },
} as const

type Env = Readonly<Record<string, string | undefined>>

/**
 * Puts a trained model into the county's cloud, or takes it back: with `--cloud` the one of CLOUDBASE_ENV, else the one
 * that runs on the data folder (MINSHENG_DATA). Says in one line what was done or what is wrong; answers the exit code.
 */
export async function install(args: string[], env: Env, root: string): Promise<number> {
  try {
    const { model, remove, cloud } = parseArgs({ args, options: OPTIONS }).values
    if ((model === undefined) === !remove) throw new Unusable('请给出 --model 文件，或 --remove')
    const bytes = model === undefined ? undefined : read(model)
    Object.assign(process.env, cloud ? environmentOf(env) : environmentAt(root, env))
    console.log(bytes ? await put(bytes) : await takeBack())
    return 0
  } catch (error) {
    const line = wordsFor(error)
    if (line === undefined) throw error
    console.error(`✖ ${line}`)
    return 1
  }
}

async function put(bytes: Uint8Array): Promise<string> {
  const { trainedOn } = await installModel(context(), bytes)
  return `已装入（${trainedOn} 条来信训练的模型）。一分钟内，本县办过的事会接着它学，从下一件起按它建议；“派单建议”一页会显示。`
}

const takeBack = async (): Promise<string> =>
  (await removeInstalledModel(context()))
    ? '已取下。一分钟内只按本县办过的事重新学习。'
    : '没有装入过模型，什么都没有改。'

/** What the service needs of a call; none of the county's keys. */
const context = () => ({ now: readClock(), files, pause, sha256 })

/** Where the SDK finds the cloud of a county from outside, by the same settings as `npm run deploy`. */
function environmentOf(env: Env): Record<string, string> {
  const { cloudEnv, secretId, secretKey } = readCloudSettings(env)
  return {
    TENCENTCLOUD_SECRETID: secretId,
    TENCENTCLOUD_SECRETKEY: secretKey,
    TCB_CONTEXT_KEYS: 'TCB_ENV',
    TCB_ENV: cloudEnv,
  }
}

function environmentAt(root: string, env: Env): Record<string, string> {
  const dataDir = resolve(root, env.MINSHENG_DATA || '.data')
  const found = readAdminFile(dataDir)
  if (!found)
    throw new Unusable(`没有在运行的民声用着 ${dataDir}：请先 npm start，再在另一个窗口运行这条命令`)
  return found
}

function read(file: string): Uint8Array {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new Unusable(`读不了 ${file}：${(error as NodeJS.ErrnoException).code}`)
  }
}

/** What is wrong, for whoever runs the command; undefined for a mistake of ours. */
function wordsFor(error: unknown): string | undefined {
  const { code, message = '', errMsg } = error as { code?: string; message?: string; errMsg?: string }
  if (code?.startsWith('ERR_PARSE_ARGS')) return `${message}\n  ${USAGE}`
  if (error instanceof Unusable) return `${message}\n  ${USAGE}`
  if (error instanceof NotAModel || error instanceof DeployFailure) return message
  const said = errMsg ?? message
  if (/ECONNREFUSED/.test(said)) return '民声没有在运行：请先 npm start，再在另一个窗口运行这条命令'
  if (/has not been published/.test(said)) return '县里的资料还没有写入，或正在初始化，请稍后再试'
  if (/ENOTFOUND|ETIMEDOUT|EAI_AGAIN/.test(said)) return `连不上云环境：${said}`
  return undefined
}
