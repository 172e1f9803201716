/**
 * The process behind `npm start`: the local cloud on the data folder, with the built functions and pages.
 *
 * Environment: PORT (8100), HOST (127.0.0.1), MINSHENG_DATA (.data), MINSHENG_DEMO=1, MINSHENG_PUBLIC_URL.
 * Flags: --reset starts over, --empty seeds no matters.
 */
import { accessSync, constants, existsSync, mkdirSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'

import { seedDemo } from '../demo'
import { people } from '../demo/county/people'
import { subscribeTemplates } from '../demo/county/templates'
import { leaveAdminFile } from './admin-file'
import { lockFolder } from './lock'
import { projectRoot } from './root'
import { loadSecrets, type Secrets } from './secrets'
import { startLocalCloud, type LocalCloud } from './server'
import { demoPhoneOf } from './signin/demo-phone'
import { createClock } from './triggers/clock'

/** A reason not to start that people can act on: one line, no stack. */
class StartError extends Error {}

const LOCK_FILE = 'lock.sqlite'
const SECRETS_FILE = 'secrets.json'
/** There while the demo is being written; found at a start, it tells that a first start was cut off half way. */
const SEEDING_MARKER = 'seeding'

async function main(): Promise<void> {
  const settings = readSettings(process.env, process.argv.slice(2))
  const unlock = takeFolder(settings.dataDir)
  const interrupted = existsSync(join(settings.dataDir, SEEDING_MARKER))
  if (interrupted) console.log('上次的初始化没有做完，重新做一遍')
  if (settings.reset || interrupted) clearFolder(settings.dataDir)
  const secrets = readSecrets(join(settings.dataDir, SECRETS_FILE))
  const cloud = await start(settings, secrets)

  const takeAdminFileAway = leaveAdminFile(settings.dataDir, cloud.adminEnvironment)

  let ending = false
  const end = async () => {
    if (ending) return
    ending = true
    takeAdminFileAway()
    await cloud.close()
    unlock()
    process.exit(0)
  }
  process.on('SIGINT', () => void end())
  process.on('SIGTERM', () => void end())

  await seed(cloud, secrets, settings)
  cloud.triggers.start()
  console.log(`ready ${cloud.url}`)
}

interface Settings {
  port: number
  host: string
  dataDir: string
  demo: boolean
  publicUrl: string | undefined
  reset: boolean
  empty: boolean
}

function readSettings(env: NodeJS.ProcessEnv, flags: readonly string[]): Settings {
  const unknown = flags.find((flag) => flag !== '--reset' && flag !== '--empty')
  if (unknown !== undefined)
    throw new StartError(`不认识的参数 ${unknown}，可用的有 --reset（清空重来）和 --empty（不带演示事项）`)
  const port = Number(env.PORT || 8100)
  if (!Number.isInteger(port) || port < 0 || port > 65_535) {
    throw new StartError(`端口 PORT=${env.PORT} 不对，应为 0 到 65535 的整数`)
  }
  const publicUrl = env.MINSHENG_PUBLIC_URL || undefined
  if (publicUrl !== undefined && !URL.canParse(publicUrl)) {
    throw new StartError(`MINSHENG_PUBLIC_URL=${publicUrl} 不是完整的网址，例如 https://minsheng.example.cn`)
  }
  return {
    port,
    host: env.HOST || '127.0.0.1',
    dataDir: resolve(projectRoot(), env.MINSHENG_DATA || '.data'),
    demo: env.MINSHENG_DEMO === '1',
    publicUrl,
    reset: flags.includes('--reset'),
    empty: flags.includes('--empty'),
  }
}

/** Makes the data folder ours, or says why it cannot be. */
function takeFolder(dataDir: string): () => void {
  try {
    // It holds personal data: other users of the machine have no business in it.
    mkdirSync(dataDir, { recursive: true, mode: 0o700 })
    accessSync(dataDir, constants.R_OK | constants.W_OK | constants.X_OK)
    readdirSync(dataDir)
  } catch (error) {
    throw new StartError(
      `数据目录 ${dataDir} 无法读写（${(error as NodeJS.ErrnoException).code}），请检查权限，或用 MINSHENG_DATA 另选一个`,
    )
  }
  try {
    return lockFolder(join(dataDir, LOCK_FILE))
  } catch {
    throw new StartError(
      `数据目录 ${dataDir} 正被另一个民声进程使用，请先停掉它，或用 MINSHENG_DATA 另选一个`,
    )
  }
}

/** What a start leaves in the folder; `--reset` takes nothing else away. */
const OUR_FILES =
  /^(database\.sqlite(-wal|-shm)?|secrets\.json|sessions\.json|openapi\.jsonl|admin\.json|files|seeding)$/

function clearFolder(dataDir: string): void {
  for (const name of readdirSync(dataDir)) {
    if (OUR_FILES.test(name)) rmSync(join(dataDir, name), { recursive: true, force: true })
  }
  console.log(`已清空 ${dataDir}，重新开始`)
}

function readSecrets(file: string): Secrets {
  try {
    return loadSecrets(file)
  } catch (error) {
    throw new StartError(
      `密钥文件 ${file} 读不出来（${(error as Error).message}）；请从备份恢复，或用 --reset 清空重来`,
    )
  }
}

async function start(
  { port, host, dataDir, demo, publicUrl }: Settings,
  secrets: Secrets,
): Promise<LocalCloud> {
  const root = projectRoot()
  const h5Dir = join(root, 'dist', 'h5')
  const { LINK_KEY, ...keys } = secrets
  const templates = process.env.MINSHENG_SUBSCRIBE_TEMPLATES ?? subscribeTemplates
  const functionEnv = { ...keys, MINSHENG_SUBSCRIBE_TEMPLATES: templates }
  try {
    return await startLocalCloud({
      dataDir,
      functionsDir: join(root, 'dist', 'cloudfunctions'),
      ...(existsSync(h5Dir) ? { h5Dir } : {}),
      host,
      port,
      ...(publicUrl === undefined ? {} : { publicUrl }),
      durability: 'full',
      clock: createClock(),
      demo,
      functionEnv,
      linkSecret: Buffer.from(LINK_KEY, 'base64'),
      phoneOf: (id) => people.find((person) => person.id === id)?.phone ?? demoPhoneOf(id),
      log: (line) => console.log(line),
    })
  } catch (error) {
    const { code, message } = error as NodeJS.ErrnoException
    if (code === 'EADDRINUSE')
      throw new StartError(`端口 ${port} 已被占用，请先停掉占用它的程序，或换一个：PORT=8101`)
    if (code === 'EACCES') throw new StartError(`没有权限使用端口 ${port}，请换一个 1024 以上的：PORT=8100`)
    if (code === 'EADDRNOTAVAIL' || code === 'ENOTFOUND') throw new StartError(`本机没有地址 HOST=${host}`)
    throw new StartError(`启动失败：${message}`)
  }
}

/** Fills a new data folder with the demo county. */
async function seed(
  { store, storage, clock }: LocalCloud,
  secrets: Secrets,
  settings: Settings,
): Promise<void> {
  if (store.find('knowledge', { query: { _id: 'current' } }).length > 0) return
  const { LINK_KEY: _kept, ...given } = secrets
  const marker = join(settings.dataDir, SEEDING_MARKER)
  writeFileSync(marker, '')
  await seedDemo(
    { store, storage, clock: () => clock.now(), secrets: given, progress: (line) => console.log(line) },
    { empty: settings.empty },
  )
  rmSync(marker)
}

main().catch((error: unknown) => {
  console.error(error instanceof StartError ? `✖ ${error.message}` : error)
  process.exit(1)
})
