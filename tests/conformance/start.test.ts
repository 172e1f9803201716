/** The process behind `npm start`: what it prints, what it keeps, and one clear line where it cannot start. */
import { readFileSync, readdirSync, statSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { stopTestClouds, temporaryFolder } from './support/cloud'
import { makeProduct, runProduct, type Run } from './support/product'

const READY = /ready (http:\/\/127\.0\.0\.1:(\d+))/
let bundle: string
const runs: Run[] = []

const run = (env: Record<string, string>, flags?: string[]): Run => {
  const started = runProduct(bundle, env, flags)
  runs.push(started)
  return started
}

beforeAll(() => {
  bundle = makeProduct()
})

afterAll(async () => {
  for (const { child } of runs) child.kill('SIGKILL')
  await Promise.all(runs.map(({ ended }) => ended))
  await stopTestClouds()
})

const signIn = async (url: string): Promise<string> => {
  const body = JSON.stringify({ person: 'o-alice' })
  const headers = { 'content-type': 'application/json' }
  const response = await fetch(`${url}/api/session`, { method: 'POST', headers, body })
  return ((await response.json()) as { token: string }).token
}
const me = (url: string, token: string) =>
  fetch(`${url}/api/me`, { headers: { authorization: `Bearer ${token}` } })

it('the first start seeds and says so; keys are the owner’s; data, keys and sign-ins survive kill -9', async () => {
  const dataDir = join(temporaryFolder(), '数据 data')
  const first = run({ MINSHENG_DATA: dataDir })
  const url = (await first.until(READY))[1]!
  expect(first.printed()).toContain('正在建立演示县\n')
  const token = await signIn(url)
  const keys = readFileSync(join(dataDir, 'secrets.json'), 'utf8')
  if (process.platform !== 'win32') expect(statSync(join(dataDir, 'secrets.json')).mode & 0o777).toBe(0o600)
  first.child.kill('SIGKILL')
  await first.ended

  const second = run({ MINSHENG_DATA: dataDir })
  const again = (await second.until(READY))[1]!
  expect(second.printed()).not.toContain('正在建立')
  expect((await me(again, token)).status).toBe(200)
  expect(readFileSync(join(dataDir, 'secrets.json'), 'utf8')).toBe(keys)
})

it('a signal ends it cleanly and lets go of the folder', async () => {
  const dataDir = temporaryFolder()
  const first = run({ MINSHENG_DATA: dataDir })
  await first.until(READY)
  first.child.kill('SIGTERM')
  if (process.platform !== 'win32') expect(await first.ended).toBe(0)
  await run({ MINSHENG_DATA: dataDir }).until(READY)
})

it('a second process on the folder, and a taken port, are one clear line and exit 1', async () => {
  const dataDir = temporaryFolder()
  const first = run({ MINSHENG_DATA: dataDir })
  const port = (await first.until(READY))[2]!
  const sameFolder = run({ MINSHENG_DATA: dataDir })
  expect(await sameFolder.ended).toBe(1)
  expect(sameFolder.printed()).toMatch(/^✖ 数据目录 .+ 正被另一个民声进程使用.+\n$/)
  const samePort = run({ MINSHENG_DATA: temporaryFolder(), PORT: port })
  expect(await samePort.ended).toBe(1)
  expect(samePort.printed()).toMatch(/^✖ 端口 \d+ 已被占用.+\n$/)
})

it.each([
  [
    'a data folder that is a file',
    () => ({ MINSHENG_DATA: fileIn(temporaryFolder(), 'x', '') }),
    /^✖ 数据目录 .+ 无法读写.+\n$/,
  ],
  [
    'broken keys',
    () => ({ MINSHENG_DATA: join(fileIn(temporaryFolder(), 'secrets.json', '{}'), '..') }),
    /^✖ 密钥文件 .+\n$/,
  ],
  ['a port that is none', () => ({ PORT: 'abc' }), /^✖ 端口 PORT=abc 不对.+\n$/],
  [
    'an address this machine has not',
    () => ({ HOST: '203.0.113.7', MINSHENG_DATA: temporaryFolder() }),
    /^✖ 本机没有地址 HOST=203.0.113.7\n$/,
  ],
  [
    'a public address that is none',
    () => ({ MINSHENG_PUBLIC_URL: 'minsheng' }),
    /^✖ MINSHENG_PUBLIC_URL=minsheng 不是完整的网址.+\n$/,
  ],
])('%s is one clear line and exit 1', async (_what, env, line) => {
  const failed = run(env())
  expect(await failed.ended).toBe(1)
  expect(failed.printed()).toMatch(line)
})

it('an unknown flag is one clear line and exit 1', async () => {
  const failed = run({}, ['--rest'])
  expect(await failed.ended).toBe(1)
  expect(failed.printed()).toMatch(/^✖ 不认识的参数 --rest.+\n$/)
})

it('a first start that was cut off is done again from the beginning', async () => {
  const dataDir = temporaryFolder()
  const first = run({ MINSHENG_DATA: dataDir, TEST_HANG: '1' })
  await first.until(/正在建立演示县/)
  first.child.kill('SIGKILL')
  await first.ended
  const second = run({ MINSHENG_DATA: dataDir })
  await second.until(READY)
  expect(second.printed()).toMatch(/上次的初始化没有做完.+\n.*\n?正在建立演示县/)
})

it('--reset takes away what is ours and nothing else; --empty is passed on', async () => {
  const dataDir = temporaryFolder()
  const first = run({ MINSHENG_DATA: dataDir }, ['--empty'])
  const url = (await first.until(READY))[1]!
  expect(first.printed()).toContain('正在建立演示县（空）')
  const token = await signIn(url)
  first.child.kill()
  await first.ended
  fileIn(dataDir, 'notes.txt', 'mine')
  const second = run({ MINSHENG_DATA: dataDir }, ['--reset'])
  const again = (await second.until(READY))[1]!
  expect((await me(again, token)).status).toBe(401)
  expect(readdirSync(dataDir)).toContain('notes.txt')
})

function fileIn(folder: string, name: string, content: string): string {
  writeFileSync(join(folder, name), content)
  return join(folder, name)
}
