/** WeChat's server interfaces: `cloud-protocol` §9, `platform` "Openapi", driven by the SDK inside a function. */
import { readFileSync } from 'node:fs'
import { join } from 'node:path'

import { OPENAPI_LIMITS } from '../../localcloud/limits'
import type { OpenApiFaults } from '../../localcloud/openapi/faults'
import { demoPhoneOf } from '../../localcloud/signin/demo-phone'
import { startTestCloud, stopTestClouds, type TestCloud } from './support/cloud'

afterAll(stopTestClouds)

const ALL = [
  'security.msgSecCheck',
  'security.mediaCheckAsync',
  'subscribeMessage.send',
  'phonenumber.getPhoneNumber',
  'wxacode.getUnlimited',
]

const CALLER = `
  const find = (api) => api.split('.').reduce((at, name) => at[name], cloud.openapi)
  exports.main = async ({ api, input }) => {
    try {
      if (api === 'getOpenData') return await cloud.getOpenData({ list: input })
      if (api === 'getCloudCallSign') return await cloud.getCloudCallSign({ parameterList: [] })
      if (api === 'callOpenAPI') return await cloud.callOpenAPI(input)
      const { buffer, ...reply } = await find(api)(input)
      return buffer ? { ...reply, base64: Buffer.from(buffer).toString('base64') } : reply
    } catch (e) { return { errCode: e.errCode, errMsg: e.errMsg } }
  }`

const FUNCTIONS = {
  app: { source: CALLER, config: { permissions: { openapi: [...ALL, 'made.up'] } } },
  bare: { source: CALLER },
  files: {
    source: `exports.main = async ({ text }) => {
      const { fileID } = await cloud.uploadFile({ cloudPath: 'photos/1.jpg', fileContent: Buffer.from(text) })
      const { fileList } = await cloud.getTempFileURL({ fileList: [{ fileID, maxAge: 60 }] })
      return fileList[0].tempFileURL
    }`,
  },
  wxpush: {
    source: `const received = []
    exports.main = async (event) => {
      if (event.op === 'received') return received
      received.push({ event, source: cloud.getWXContext().SOURCE, openid: cloud.getWXContext().OPENID })
    }`,
  },
}

/** The fields of the replies these tests look at; each interface fills its own. */
interface Reply {
  errCode: number
  traceId: string
  contentType: string
  base64: string
  phoneInfo: Record<string, string>
  list: { errCode?: number; data: { phoneNumber: string } }[]
  result: unknown
}

interface Push {
  source: string
  openid?: string
  event: Record<string, unknown>
}

const alice = { openid: 'o-alice' }
const bob = { openid: 'o-bob' }
const CHECK = { openid: 'o-alice', scene: 2, version: 2, content: '村口的路灯坏了' }

const start = (faults: OpenApiFaults = {}): Promise<TestCloud> =>
  startTestCloud(FUNCTIONS, { faults: { openapi: faults } })
const use = (cloud: TestCloud, api: string, input: unknown, who = alice, name = 'app') =>
  cloud.call<Reply>(name, { api, input }, who)

describe('§9 the interfaces of the product', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await start()
  })

  it('security.msgSecCheck passes words and records all but the words', async () => {
    const reply = await use(cloud, 'security.msgSecCheck', CHECK)
    expect(reply).toMatchObject({
      errCode: 0,
      result: { suggest: 'pass', label: 100 },
      traceId: expect.any(String),
    })
    const [record] = cloud.openapi.records({ traceId: reply.traceId })
    expect(record).toMatchObject({
      api: 'security.msgSecCheck',
      function: 'app',
      openid: 'o-alice',
      errcode: 0,
    })
    expect(JSON.stringify(record)).not.toContain('路灯')
  })

  it.each([
    ['no openid', { ...CHECK, openid: '' }, 40003],
    ['version 1', { ...CHECK, version: 1 }, 44991],
    ['scene 5', { ...CHECK, scene: 5 }, 40129],
    ['no words', { ...CHECK, content: '' }, 44004],
    ['2,501 characters', { ...CHECK, content: '字'.repeat(OPENAPI_LIMITS.maxCheckedText + 1) }, 45002],
    ['somebody who never came', { ...CHECK, openid: 'o-stranger' }, 61010],
  ])('limit: msgSecCheck with %s is refused', async (_what, input, errCode) => {
    expect(await use(cloud, 'security.msgSecCheck', input)).toMatchObject({ errCode })
  })

  it('limit: msgSecCheck takes 2,500 characters', async () => {
    const content = '字'.repeat(OPENAPI_LIMITS.maxCheckedText)
    expect(await use(cloud, 'security.msgSecCheck', { ...CHECK, content })).toMatchObject({ errCode: 0 })
  })

  it('limit: a person has to have used the mini-program within two hours', async () => {
    await use(cloud, 'security.msgSecCheck', CHECK, alice)
    cloud.clock.advance(OPENAPI_LIMITS.activeWithinMs + 1000)
    expect(await use(cloud, 'security.msgSecCheck', CHECK, bob)).toMatchObject({ errCode: 61010 })
    expect(await use(cloud, 'security.msgSecCheck', { ...CHECK, openid: 'o-bob' }, bob)).toMatchObject({
      errCode: 0,
    })
  })

  it('security.mediaCheckAsync answers with a trace id; the verdict is pushed later, once, to wxpush', async () => {
    const mediaUrl = await cloud.functions.call('files', { text: 'photo' }, alice)
    const input = { mediaUrl, mediaType: 2, openid: 'o-alice', scene: 2, version: 2 }
    const { traceId } = await use(cloud, 'security.mediaCheckAsync', input)
    const received = () => cloud.call<Push[]>('wxpush', { op: 'received' }, null)
    await cloud.triggers.runDue()
    expect(await received()).toEqual([])
    cloud.clock.advance(OPENAPI_LIMITS.mediaVerdictMs)
    await cloud.triggers.runDue()
    await cloud.triggers.runDue()
    const [push, ...none] = await received()
    expect(none).toEqual([])
    expect(push!.source).toBe('wx_unknown')
    expect(push!.openid).toBeUndefined()
    expect(push!.event).toMatchObject({
      MsgType: 'event',
      Event: 'wxa_media_check',
      FromUserName: 'o-alice',
      trace_id: traceId,
      version: 2,
      errcode: 0,
      result: { suggest: 'pass', label: 100 },
    })
    expect(cloud.openapi.records({ api: 'push:wxa_media_check', traceId })).toHaveLength(1)
  })

  it('a picture whose link has ended before the check gets no verdict', async () => {
    const mediaUrl = await cloud.functions.call('files', { text: 'photo' }, alice)
    const input = { mediaUrl, mediaType: 2, openid: 'o-alice', scene: 2, version: 2 }
    const { traceId } = await use(cloud, 'security.mediaCheckAsync', input)
    cloud.clock.advance(60_000)
    await cloud.triggers.runDue()
    expect(cloud.openapi.records({ api: 'push:wxa_media_check', traceId })[0]).toMatchObject({
      errcode: -1008,
    })
  })

  it('R-N1 subscribeMessage.send is recorded, not sent', async () => {
    const data = { thing1: { value: '您的诉求已受理' }, character_string2: { value: 'LX20261122-0007' } }
    const input = { touser: 'o-bob', templateId: 't1', page: 'pages/ticket/index?id=1', data }
    expect(await use(cloud, 'subscribeMessage.send', input)).toMatchObject({
      errCode: 0,
      msgid: expect.any(String),
    })
    expect(cloud.openapi.records({ api: 'subscribeMessage.send' }).at(-1)).toMatchObject({
      request: { touser: 'o-bob', template_id: 't1', page: 'pages/ticket/index?id=1', data },
      errcode: 0,
    })
  })

  it.each([
    ['nobody to send to', { touser: '' }, 40003],
    ['no template', { templateId: '' }, 40037],
    ['no data', { data: {} }, 47003],
    ['a thing of 21 characters', { data: { thing1: { value: '字'.repeat(21) } } }, 47003],
    ['a phrase of 6 characters', { data: { phrase1: { value: '已经受理完了' } } }, 47003],
    ['a value that is none', { data: { thing1: '受理' } }, 47003],
    ['a key that is no template key', { data: { title: { value: '受理' } } }, 47003],
  ])('limit: subscribeMessage.send with %s is refused', async (_what, change, errCode) => {
    const input = { touser: 'o-bob', templateId: 't1', data: { thing1: { value: '受理' } }, ...change }
    expect(await use(cloud, 'subscribeMessage.send', input)).toMatchObject({ errCode })
  })

  it('phonenumber.getPhoneNumber gives a person their own number, once a code', async () => {
    const [a, b] = await Promise.all([
      use(cloud, 'phonenumber.getPhoneNumber', { code: 'phone:o-alice:1' }, alice),
      use(cloud, 'phonenumber.getPhoneNumber', { code: 'phone:o-bob:1' }, bob),
    ])
    expect(a.phoneInfo).toMatchObject({ phoneNumber: demoPhoneOf('o-alice'), countryCode: '86' })
    expect(b.phoneInfo.phoneNumber).toBe(demoPhoneOf('o-bob'))
    expect(a.phoneInfo.phoneNumber).toMatch(/^154\d{8}$/)
    for (const code of ['phone:o-alice:1', 'phone:o-bob:2', 'phone:o-alice', '', 'x']) {
      expect(await use(cloud, 'phonenumber.getPhoneNumber', { code }, alice)).toMatchObject({
        errCode: 40029,
      })
    }
  })

  it('cloud.getOpenData gives a person their own number and nobody another’s', async () => {
    const ids = ['phone:o-alice', 'phone:o-bob', 'x']
    const { list } = await use(cloud, 'getOpenData', ids, alice)
    expect(list[0]!.data.phoneNumber).toBe(demoPhoneOf('o-alice'))
    expect(list.slice(1).map(({ errCode }) => errCode)).toEqual([-601007, -601005])
    expect((await use(cloud, 'getOpenData', ids, bob)).list[1]!.data.phoneNumber).toBe(demoPhoneOf('o-bob'))
  })

  it('wxacode.getUnlimited is a PNG of the wanted width, its own for each scene', async () => {
    const draw = (scene: string) =>
      use(cloud, 'wxacode.getUnlimited', { scene, page: 'pages/ticket/index', width: 300 })
    const [one, same, other] = await Promise.all([draw('t=1'), draw('t=1'), draw('t=2')])
    expect(one.contentType).toBe('image/png')
    const png = Buffer.from(one.base64, 'base64')
    expect(png.toString('latin1', 0, 8)).toBe('\u0089PNG\r\n\u001a\n')
    expect([png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([300, 300])
    expect(same.base64).toBe(one.base64)
    expect(other.base64).not.toBe(one.base64)
  })

  it.each([
    ['33 characters of scene', { scene: 'x'.repeat(OPENAPI_LIMITS.maxSceneLength + 1) }, 40129],
    ['Chinese in the scene', { scene: '单号' }, 40129],
    ['a page with a query', { scene: 'a', page: 'pages/a?b=1' }, 41030],
    ['a width of 279', { scene: 'a', width: 279 }, 40097],
    ['a width of 1281', { scene: 'a', width: 1281 }, 40097],
  ])('limit: wxacode.getUnlimited with %s is refused', async (_what, input, errCode) => {
    expect(await use(cloud, 'wxacode.getUnlimited', input)).toMatchObject({ errCode })
  })

  it('§7 cloud.callOpenAPI reaches the same interfaces with JSON', async () => {
    const ask = (api: string) => use(cloud, 'callOpenAPI', { api, data: CHECK })
    expect((await ask('security.msgSecCheck')).result).toMatchObject({
      errcode: 0,
      result: { suggest: 'pass' },
    })
    expect((await ask('no.such')).result).toEqual({ errcode: -604101 })
  })
})

describe('§9 refusals of the platform', () => {
  it('an interface config.json does not list is -604101, also when it exists', async () => {
    const cloud = await start()
    expect(await use(cloud, 'security.msgSecCheck', CHECK, alice, 'bare')).toMatchObject({ errCode: -604101 })
    expect(await use(cloud, 'no.such', {}, alice)).toMatchObject({ errCode: -604101 })
  })

  it('an interface that is listed but unknown is -604100, and so are signatures for payments', async () => {
    const cloud = await start()
    expect(await use(cloud, 'made.up', {})).toMatchObject({ errCode: -604100 })
    expect(await use(cloud, 'getCloudCallSign', {})).toMatchObject({ errCode: -604100 })
  })
})

describe('failures put in by configuration', () => {
  const message = { touser: 'o-bob', templateId: 't1', data: { thing1: { value: '受理' } } }

  it('a business error: 43101, no consent left', async () => {
    const cloud = await start({
      'subscribeMessage.send': { errcode: 43101, errmsg: 'user refuse to accept the msg' },
    })
    expect(await use(cloud, 'subscribeMessage.send', message)).toEqual({
      errCode: 43101,
      errMsg: expect.stringContaining('user refuse'),
    })
    expect(cloud.openapi.records({ api: 'subscribeMessage.send' })).toMatchObject([{ errcode: 43101 }])
  })

  it('a function decides for each call', async () => {
    const cloud = await start({
      'subscribeMessage.send': ({ params }) => (params.touser === 'o-bob' ? { errcode: 43101 } : undefined),
    })
    const codes = await Promise.all(
      ['o-bob', 'o-alice'].map((touser) => use(cloud, 'subscribeMessage.send', { ...message, touser })),
    )
    expect(codes.map(({ errCode }) => errCode)).toEqual([43101, 0])
  })

  it('a platform error, a gateway error, and a verdict', async () => {
    const cloud = await start({
      'wxacode.getUnlimited': { platformError: -604101 },
      'phonenumber.getPhoneNumber': { gateway: { code: 'INVALID_PARAM', message: 'bad' } },
      'security.msgSecCheck': { reply: { result: { suggest: 'risky', label: 20001 } } },
      'security.mediaCheckAsync': { verdict: 'risky' },
    })
    expect(await use(cloud, 'wxacode.getUnlimited', { scene: 'a' })).toMatchObject({ errCode: -604101 })
    expect(await use(cloud, 'phonenumber.getPhoneNumber', { code: 'x' })).toMatchObject({ errCode: -501007 })
    expect((await use(cloud, 'security.msgSecCheck', CHECK)).result).toEqual({
      suggest: 'risky',
      label: 20001,
    })
    const mediaUrl = await cloud.functions.call('files', { text: 'photo' }, alice)
    await use(cloud, 'security.mediaCheckAsync', {
      mediaUrl,
      mediaType: 2,
      openid: 'o-alice',
      scene: 2,
      version: 2,
    })
    cloud.clock.advance(OPENAPI_LIMITS.mediaVerdictMs)
    await cloud.triggers.runDue()
    const [push] = cloud.openapi.records({ api: 'push:wxa_media_check' })
    expect(push!.request).toMatchObject({ result: { suggest: 'risky' } })
  })
})

describe('R-X3 the records', () => {
  it('carry no phone number, ID number or working link, and outlive a restart', async () => {
    const cloud = await start()
    const phone = demoPhoneOf('o-alice')
    await use(cloud, 'phonenumber.getPhoneNumber', { code: 'phone:o-alice:9' })
    const spaced = `${phone.slice(0, 3)} ${phone.slice(3, 7)}-${phone.slice(7)}`
    const data = {
      thing1: { value: `请联系${phone}` },
      thing2: { value: spaced },
      character_string3: { value: '41022519900307123X' },
      number4: { value: Number(phone) },
      character_string5: { value: 'LX20261122-0007' },
    }
    expect(
      await use(cloud, 'subscribeMessage.send', { touser: 'o-alice', templateId: 't', data }),
    ).toMatchObject({ errCode: 0 })
    const mediaUrl = (await cloud.functions.call('files', { text: 'photo' }, alice)) as string
    await use(cloud, 'security.mediaCheckAsync', {
      mediaUrl,
      mediaType: 2,
      openid: 'o-alice',
      scene: 2,
      version: 2,
    })
    const written = readFileSync(join(cloud.dataDir, 'openapi.jsonl'), 'utf8')
    for (const secret of [phone, spaced, '41022519900307123X', new URL(mediaUrl).searchParams.get('sign')!]) {
      expect(written).not.toContain(secret)
    }
    expect(written).toContain('LX20261122-0007')
    const before = cloud.openapi.records()
    await cloud.close()
    const again = await startTestCloud(FUNCTIONS, { dataDir: cloud.dataDir })
    expect(again.openapi.records()).toEqual(before)
  })
})
