import { readdirSync, readFileSync } from 'node:fs'
import { join, relative } from 'node:path'
import { DeployFailure } from './failure'
import { deploy } from './main'
import { makePlan } from './plan'
import { fakeCloud, FAKE_ENV, type FakeCloud } from './testing/cloudbase'
import { makeHouse, type House } from './testing/house'

const SETTINGS = {
  appId: 'wx0123456789abcdef',
  uploadKey: '-----BEGIN RSA PRIVATE KEY-----',
  cloudEnv: FAKE_ENV,
  secretId: 'id-of-mine',
  secretKey: 'key-of-mine',
}
const [ENC, HMAC] = [1, 2].map((fill) => Buffer.alloc(32, fill).toString('base64')) as [string, string]
const ENV = { CLOUDBASE_ENV: FAKE_ENV, MINSHENG_SECRET_ENC: ENC, MINSHENG_SECRET_HMAC: HMAC }

let house: House
let fake: FakeCloud
let said: string[]
beforeEach(() => {
  house = makeHouse(FAKE_ENV)
  fake = fakeCloud()
  said = []
})
afterEach(() => house.remove())

const run = (env: Record<string, string> = ENV) => {
  fake.changes.length = 0
  const { root } = house
  const plan = makePlan({ root, env: { ...env, CLOUDBASE_ENV: FAKE_ENV }, packages: [] })
  return deploy({
    root,
    plan,
    settings: SETTINGS,
    libraries: fake.libraries,
    env,
    say: (line) => said.push(line),
  })
}
const filesOf = (folder: string) =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)).replaceAll('\\', '/'))
    .sort()
const position = (start: string) => fake.changes.findIndex((change) => change.startsWith(start))

it('closes everything to clients before functions come, and the mini-program comes last', async () => {
  await run()
  const order = [
    'createCollection tickets',
    'ModifyDatabaseACL tickets',
    'setStorageAcl',
    'ModifySecurityRule',
    'createFunction clock',
    'upload',
  ]
  const positions = order.map(position)
  expect(positions).not.toContain(-1)
  expect([...positions].sort((a, b) => a - b)).toEqual(positions)
  expect([...fake.state.collections.values()].every(({ acl }) => acl === 'ADMINONLY')).toBe(true)
  expect(said.at(-1)).toBe('完成：小程序 1.2.3 已上传，请在微信公众平台选为体验版或提交审核')
})

it('uploads the built mini-program and a project file with the right id, and nothing else', async () => {
  await run()
  const [{ options, project }] = fake.state.uploads as [FakeCloud['state']['uploads'][number]]
  expect(options).toEqual({
    version: '1.2.3',
    desc: '1.2.3',
    setting: { useProjectConfig: true },
    onProgressUpdate: expect.any(Function),
  })
  const folder = project.projectPath as string
  expect(project).toEqual({
    appid: SETTINGS.appId,
    type: 'miniProgram',
    projectPath: folder,
    privateKey: SETTINGS.uploadKey,
  })
  expect(filesOf(folder)).toEqual([
    'miniprogram/app.js',
    'miniprogram/app.json',
    'miniprogram/pages/home/index.wxml',
    'project.config.json',
  ])
  expect(JSON.parse(readFileSync(join(folder, 'project.config.json'), 'utf8'))).toEqual({
    appid: SETTINGS.appId,
    miniprogramRoot: 'miniprogram/',
    setting: { es6: false },
  })
})

it('a second run, without the secrets, changes only code, settings and the mini-program', async () => {
  await run()
  await run({})
  expect(fake.changes).toEqual([
    'updateFunctionCode clock',
    'updateFunctionConfig clock',
    'updateFunctionCode ticket',
    'updateFunctionConfig ticket',
    'upload 1.2.3',
  ])
})

it('tells what is in the cloud beyond the plan, and leaves it', async () => {
  await run()
  fake.state.collections.set('old', { acl: 'PRIVATE', indexes: [] })
  await run()
  expect(said).toContain('云上多出的（保留，没有动）：old')
  expect(fake.state.collections.has('old')).toBe(true)
})

it('a missing secret stops it before anything is changed', async () => {
  await expect(run({})).rejects.toThrow('MINSHENG_SECRET_ENC、MINSHENG_SECRET_HMAC')
  expect(fake.changes).toEqual([])
})

it('a missing right is one line that names the step, tells no secret, and a later run goes on from there', async () => {
  const refusal = Object.assign(new Error(`no right for ${SETTINGS.secretKey} ${ENC}`), {
    code: 'UnauthorizedOperation',
    action: 'CreateFunction',
  })
  fake.break('createFunction', refusal)
  const failed = await run().catch((error: unknown) => error as DeployFailure)
  expect(failed).toBeInstanceOf(DeployFailure)
  expect((failed as DeployFailure).message).toMatch(
    /^上传云函数没有成功：这对云密钥没有权限做 CreateFunction/,
  )
  const everything = [String((failed as DeployFailure).message), ...said].join('\n')
  for (const secret of [SETTINGS.secretKey, ENC]) expect(everything).not.toContain(secret)
  const { state } = fake
  fake = fakeCloud()
  Object.assign(fake.state, state)
  await run()
  expect(position('createCollection')).toBe(-1)
  expect(position('upload')).toBeGreaterThan(0)
})

it('the libraries print nothing of their own', async () => {
  const printed = jest.spyOn(console, 'log').mockImplementation(() => {})
  const upload = fake.libraries.ci.upload
  fake.libraries.ci.upload = (options) => {
    console.log('[info] chatter')
    return upload(options)
  }
  await run()
  expect(printed).not.toHaveBeenCalled()
  printed.mockRestore()
})
