/** `npm run deploy` as people run it, on this repository and its builds. */
import { spawnSync } from 'node:child_process'
import path from 'node:path'
import { readCatalog } from '../../localcloud/functions/catalog'

const ROOT = path.resolve(__dirname, '..', '..')
const KEYS = /^(MINIPROGRAM_|CLOUDBASE_|TENCENTCLOUD_)/

function run(args: string[], given: Record<string, string> = {}) {
  const env: NodeJS.ProcessEnv = { ...process.env, ...given }
  for (const name of Object.keys(env)) if (KEYS.test(name) && !(name in given)) delete env[name]
  return spawnSync(process.execPath, [path.join(ROOT, 'scripts', 'deploy.mjs'), ...args], {
    encoding: 'utf8',
    env,
  })
}
const lines = (text: string) => text.trim().split('\n')

it('--dry-run prints the plan of the built output, without an account and without a value', () => {
  const canary = Buffer.alloc(32, 77).toString('base64')
  const { status, stdout } = run(['--dry-run'], { MINSHENG_SECRET_ENC: canary })
  expect(status).toBe(0)
  for (const name of readCatalog(path.join(ROOT, 'dist', 'cloudfunctions')).keys()) {
    expect(stdout).toMatch(new RegExp(`^  ${name} +\\d+\\.\\d KiB  \\d+ 秒`, 'm'))
  }
  for (const words of ['民声 ', '主包', '合计', 'MINSHENG_SECRET_ENC', 'tickets', 'ADMINONLY', '云存储']) {
    expect(stdout).toContain(words)
  }
  expect(lines(stdout).at(-1)).toBe('演练结束：没有连接任何账号，什么都没有改。')
  expect(stdout).not.toContain(canary)
}, 240_000)

it('a real run without keys is one clear line, before anything is built', () => {
  const { status, stdout, stderr } = run([])
  expect([status, stdout]).toEqual([1, ''])
  expect(lines(stderr)).toHaveLength(1)
  expect(stderr).toMatch(/^✖ 还缺环境变量：MINIPROGRAM_APPID.*TENCENTCLOUD_SECRETKEY/)
})

it('a flag it does not know is one line', () => {
  const { status, stderr } = run(['--really'])
  expect([status, lines(stderr).length]).toEqual([1, 1])
  expect(stderr).toContain('--dry-run')
})
