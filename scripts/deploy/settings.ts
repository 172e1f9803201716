import { createPrivateKey } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { DeployFailure } from './failure'

/** What only the people who deploy have; read from the environment, written nowhere. */
export interface Settings {
  appId: string
  /** Content of WeChat's upload key. */
  uploadKey: string
  cloudEnv: string
  secretId: string
  secretKey: string
}

const NAMES = {
  MINIPROGRAM_APPID: '小程序的 AppID',
  MINIPROGRAM_KEY_FILE: '小程序代码上传密钥的文件',
  CLOUDBASE_ENV: '云环境编号',
  TENCENTCLOUD_SECRETID: '腾讯云密钥编号',
  TENCENTCLOUD_SECRETKEY: '腾讯云密钥',
} as const

type Name = keyof typeof NAMES
type Env = Readonly<Record<string, string | undefined>>

/** What reaching a county's cloud takes. */
const OF_CLOUD = ['CLOUDBASE_ENV', 'TENCENTCLOUD_SECRETID', 'TENCENTCLOUD_SECRETKEY'] as const

/** Only what reaches the cloud. Throws DeployFailure, one line, naming everything that is missing. */
export function readCloudSettings(env: Env): Pick<Settings, 'cloudEnv' | 'secretId' | 'secretKey'> {
  const read = reader(env, OF_CLOUD, '说明在 deploy/README.md')
  return {
    cloudEnv: read('CLOUDBASE_ENV'),
    secretId: read('TENCENTCLOUD_SECRETID'),
    secretKey: read('TENCENTCLOUD_SECRETKEY'),
  }
}

/** Reads the settings of a real run. Throws DeployFailure, one line, naming everything that is missing. */
export function readSettings(env: Env): Settings {
  const read = reader(env, Object.keys(NAMES) as Name[], '说明在 deploy/README.md，只看计划请加 --dry-run')
  const appId = read('MINIPROGRAM_APPID')
  if (!/^wx[0-9a-f]{16}$/.test(appId)) {
    throw new DeployFailure('MINIPROGRAM_APPID 不像小程序的 AppID，应为 wx 加 16 位字母数字')
  }
  return {
    appId,
    uploadKey: readKey(read('MINIPROGRAM_KEY_FILE')),
    ...readCloudSettings(env),
  }
}

function reader<N extends Name>(env: Env, names: readonly N[], hint: string): (name: N) => string {
  const missing = names.filter((name) => !env[name]?.trim())
  if (missing.length > 0) {
    const list = missing.map((name) => `${name}（${NAMES[name]}）`).join('、')
    throw new DeployFailure(`还缺环境变量：${list}；${hint}`)
  }
  return (name) => env[name]!.trim()
}

function readKey(file: string): string {
  let text: string
  try {
    text = readFileSync(file, 'utf8')
  } catch {
    throw new DeployFailure(`MINIPROGRAM_KEY_FILE 指的文件读不出来：${file}`)
  }
  try {
    createPrivateKey(text)
  } catch {
    throw new DeployFailure(`MINIPROGRAM_KEY_FILE 不是私钥文件：${file}`)
  }
  return text
}
