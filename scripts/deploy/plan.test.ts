import { mkdirSync, renameSync } from 'node:fs'
import { join } from 'node:path'
import { describePlan } from './describe'
import { DeployFailure } from './failure'
import { makePlan } from './plan'
import { makeHouse, type House } from './testing/house'

const KEY = Buffer.alloc(32, 5).toString('base64')
const PACKAGES = [
  { name: 'main', bytes: 2048 },
  { name: 'open', bytes: 1024 },
]

let house: House
beforeEach(() => (house = makeHouse()))
afterEach(() => house.remove())
const plan = (env: Record<string, string> = {}) => makePlan({ root: house.root, env, packages: PACKAGES })
const words = (env?: Record<string, string>) => describePlan(plan(env)).join('\n')

it('says what will be done, from the built output and deploy/, without an account', () => {
  const text = words()
  for (const part of [
    '民声 1.2.3',
    '没有指定（CLOUDBASE_ENV）',
    /主包 +2\.0 KiB\n {2}分包 open +1\.0 KiB\n {2}合计 +3\.0 KiB/,
    'Nodejs20.19，256 MB，2 个',
    /clock +0\.1 KiB {2}60 秒，客户端不能调用，定时 everyMinute（0 \* \* \* \* \* \*）/,
    /ticket +0\.1 KiB {2}20 秒，登录后能调用，开放接口 security\.msgSecCheck/,
    '必须 MINSHENG_SECRET_ENC、MINSHENG_SECRET_HMAC；可选 MINSHENG_SUBSCRIBE_TEMPLATES',
    /还没有代码：.*wxpush/,
    'ADMINONLY：仅管理员可读写',
    /tickets +seen +audience \+ sortKey↓/,
    /knowledge +（只按 _id）/,
    /读 {2}不允许\n {2}写 {2}\/\^incoming/,
  ]) {
    expect(text).toMatch(part)
  }
})

it('names variables and never tells a value', () => {
  expect(words({ MINSHENG_SECRET_ENC: KEY, CLOUDBASE_ENV: 'county-1a2b' })).not.toContain(KEY)
})

it('knows the environment the mini-program was built for', () => {
  expect(words({ CLOUDBASE_ENV: ' county-1a2b ' })).toContain('云环境  county-1a2b')
  expect(() => plan({ CLOUDBASE_ENV: 'another-3c4d' })).toThrow('不是为云环境 another-3c4d 编译的')
})

it.each([
  [
    'a function without a rule of its own',
    { 'dist/cloudfunctions/extra/index.js': '', 'dist/cloudfunctions/extra/package.json': '{}' },
    '云函数 extra 在 deploy/functions.json',
  ],
  [
    'a function the cloud would refuse',
    { 'dist/cloudfunctions/clock/config.json': '{ "triggers": [{}, {}] }' },
    'at most 1',
  ],
  [
    'an open collection',
    { 'deploy/database.json': '{ "*": "READONLY" }' },
    'database.json: * must be "ADMINONLY"',
  ],
  ['a file that is none', { 'deploy/storage.json': '{' }, 'storage.json: cannot be read as JSON'],
  [
    'a secret in a function',
    { 'dist/cloudfunctions/ticket/index.js': `x="${KEY}"` },
    'dist/cloudfunctions/ticket/index.js 里有32 字节的密钥',
  ],
  ['a source map', { 'dist/weapp/app.js.map': '{}' }, 'dist/weapp/app.js.map 里有不该在这里的文件'],
])('%s stops it', (_what, files, message) => {
  house.write(files as Record<string, string>)
  expect(plan).toThrow(DeployFailure)
  expect(plan).toThrow(message)
})

it('a file of deploy/ that is missing stops it', () => {
  mkdirSync(join(house.root, 'away'))
  renameSync(join(house.root, 'deploy', 'runtime.json'), join(house.root, 'away', 'runtime.json'))
  expect(plan).toThrow('runtime.json')
})
