/** Storage: `cloud-protocol` §8 and the rule of `deploy/storage.json`, driven by the SDK inside a function. */
import { readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { STORAGE_LIMITS } from '../../localcloud/limits'
import { readStorageRules } from '../../localcloud/storage/rules'
import { createClock } from '../../localcloud/triggers/clock'
import { startTestCloud, stopTestClouds, temporaryFolder, type TestCloud } from './support/cloud'

afterAll(stopTestClouds)

/** One function that does with the SDK what it is told; errors come back as data. */
const FILES = {
  source: `
  const fs = require('fs')
  exports.main = async ({ op, ...rest }) => {
    try {
      if (op === 'upload') return await cloud.uploadFile({ cloudPath: rest.path, fileContent: Buffer.from(rest.text) })
      if (op === 'uploadZeros') return await cloud.uploadFile({ cloudPath: rest.path, fileContent: Buffer.alloc(rest.size) })
      if (op === 'uploadStream') return await cloud.uploadFile({ cloudPath: rest.path, fileContent: fs.createReadStream(rest.file) })
      if (op === 'links') return await cloud.getTempFileURL({ fileList: rest.list })
      if (op === 'delete') return await cloud.deleteFile({ fileList: rest.list })
      const { fileContent } = await cloud.downloadFile({ fileID: rest.id })
      return { size: fileContent.length, text: fileContent.toString('utf8').slice(0, 100) }
    } catch (e) { return { errCode: e.errCode, code: e.code, message: e.errMsg ?? e.message } }
  }`,
}

/** The fields of the replies these tests look at; each operation fills its own. */
interface Reply {
  message: string
  size: number
  fileList: { status: number; maxAge: number; tempFileURL: string }[]
}

const PREFIX = 'cloud://local-env.6c6f-local/'
const PHOTO = `incoming/${'0123456789abcdef'.repeat(2)}.jpg`

let cloud: TestCloud
const run = (op: string, rest: Record<string, unknown> = {}) =>
  cloud.call<Reply>('files', { op, ...rest }, { openid: 'o-alice' })

beforeAll(async () => {
  cloud = await startTestCloud({ files: FILES }, { clock: createClock() })
})

describe('§8 through the SDK', () => {
  it('uploadFile stores a buffer under the id made of its path, Chinese and spaces included', async () => {
    expect(await run('upload', { path: 'a b/中文.txt', text: '你好' })).toMatchObject({
      fileID: `${PREFIX}a b/中文.txt`,
      statusCode: -1,
    })
    expect(await run('download', { id: `${PREFIX}a b/中文.txt` })).toEqual({ size: 6, text: '你好' })
  })

  it('uploadFile stores a stream, and replaces what was there', async () => {
    const file = join(temporaryFolder(), 'big.bin')
    writeFileSync(file, Buffer.alloc(300_000, 7))
    await run('upload', { path: 'big.bin', text: 'old' })
    expect(await run('uploadStream', { path: 'big.bin', file })).toMatchObject({ fileID: `${PREFIX}big.bin` })
    expect((await run('download', { id: `${PREFIX}big.bin` })).size).toBe(300_000)
  })

  it('getTempFileURL: 7200 seconds unless told, a missing file is status -503003 beside the others', async () => {
    await run('upload', { path: 'there.jpg', text: 'x' })
    const list = [
      `${PREFIX}there.jpg`,
      { fileID: `${PREFIX}there.jpg`, maxAge: 60 },
      `${PREFIX}none.jpg`,
      'cloud://other.env/x',
    ]
    const { fileList } = await run('links', { list })
    expect(fileList.map(({ status, maxAge }) => [status, maxAge])).toEqual([
      [0, 7200],
      [0, 60],
      [-503003, 7200],
      [-503003, 7200],
    ])
    expect(fileList[2]).toMatchObject({ tempFileURL: '', errMsg: 'storage file not exists' })
  })

  it('downloadFile of a missing file says so', async () => {
    expect(await run('download', { id: `${PREFIX}none` })).toMatchObject({
      errCode: -1,
      message: expect.stringContaining('storage file not exists'),
    })
  })

  it('deleteFile: gone files are status -503003, and their links lead nowhere', async () => {
    await run('upload', { path: 'goes.jpg', text: 'x' })
    const { tempFileURL } = (await run('links', { list: [`${PREFIX}goes.jpg`] })).fileList[0]!
    const list = [`${PREFIX}goes.jpg`, `${PREFIX}none.jpg`]
    expect((await run('delete', { list })).fileList.map(({ status }) => status)).toEqual([0, -503003])
    expect((await fetch(tempFileURL)).status).toBe(404)
  })

  it.each(['', '/a', 'a//b', 'a/', '../a', 'a/./b', 'a\u0007', 'x'.repeat(STORAGE_LIMITS.maxPathBytes + 1)])(
    'limit: the path %j is refused and nothing is stored',
    async (path) => {
      const before = stored()
      const told = await run('upload', { path, text: 'x' })
      expect(told.message).toContain('the file path is not valid')
      expect(stored()).toEqual(before)
    },
  )

  it('limit: 850 bytes of path, 50 links, 50 deletes', async () => {
    expect(await run('upload', { path: 'x'.repeat(STORAGE_LIMITS.maxPathBytes), text: 'x' })).toHaveProperty(
      'fileID',
    )
    const ids = (n: number) => Array.from({ length: n }, (_, i) => `${PREFIX}n${i}`)
    expect((await run('links', { list: ids(50) })).fileList).toHaveLength(50)
    expect(await run('links', { list: ids(51) })).toMatchObject({
      message: expect.stringContaining('more than 50'),
    })
    expect((await run('delete', { list: ids(50) })).fileList).toHaveLength(50)
    expect(await run('delete', { list: ids(51) })).toMatchObject({
      message: expect.stringContaining('more than 50'),
    })
  })

  it('limit: a file above 50 MB fails with the XML the SDK understands', async () => {
    const told = await run('uploadZeros', { path: 'huge.bin', size: STORAGE_LIMITS.maxFileBytes + 1 })
    expect(told).toMatchObject({
      errCode: -1,
      code: 'STORAGE_REQUEST_FAIL',
      message: expect.stringContaining('EntityTooLarge'),
    })
  })
})

describe('§8 upload tickets', () => {
  const admin = async (body: Record<string, unknown>): Promise<unknown> => {
    const { URL: url } = JSON.parse(cloud.adminEnvironment.TCB_CONTEXT_CNFG!) as { URL: string }
    const sessionToken = cloud.adminEnvironment.TENCENTCLOUD_SESSIONTOKEN
    const response = await fetch(url, { method: 'POST', body: JSON.stringify({ sessionToken, ...body }) })
    return response.json()
  }
  const ticket = async (): Promise<{ url: string; authorization: string }> => {
    const told = await admin({ action: 'storage.getUploadMetadata', path: 'ticket.txt', method: 'put' })
    return (told as { data: { url: string; authorization: string } }).data
  }
  const put = async (url: string, authorization: string) => {
    const response = await fetch(url, { method: 'PUT', body: 'x', headers: { authorization } })
    return [response.status, await response.text()]
  }

  it('serve once', async () => {
    const { url, authorization } = await ticket()
    expect(await put(url, authorization)).toEqual([200, ''])
    const [status, xml] = await put(url, authorization)
    expect(status).toBe(403)
    expect(xml).toMatch(
      /<Error><Code>AccessDenied<\/Code><Message>.+<\/Message><RequestId>.+<\/RequestId><TraceId>.+<\/TraceId><\/Error>/,
    )
  })

  it('end by themselves, and need their own signature', async () => {
    const first = await ticket()
    expect((await put(first.url, 'forged'))[0]).toBe(403)
    const second = await ticket()
    cloud.clock.advance(STORAGE_LIMITS.uploadTicketMs)
    expect((await put(second.url, second.authorization))[0]).toBe(403)
    cloud.clock.advance(-STORAGE_LIMITS.uploadTicketMs)
  })
})

describe('links end by themselves', () => {
  const link = async (maxAge: number) => {
    await run('upload', { path: 'linked.jpg', text: 'picture' })
    const { fileList } = await run('links', { list: [{ fileID: `${PREFIX}linked.jpg`, maxAge }] })
    return new URL(fileList[0]!.tempFileURL)
  }

  it('R-X2 a link says nothing of the path, and is served with type, nosniff and private', async () => {
    const url = await link(60)
    expect(url.href).not.toContain('linked')
    const response = await fetch(url)
    expect(await response.text()).toBe('picture')
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'image/jpeg',
      'x-content-type-options': 'nosniff',
      'cache-control': 'private',
      'content-security-policy': expect.stringContaining('sandbox'),
    })
  })

  it('R-X2 max_age is kept to by the clock: 403 afterwards', async () => {
    const url = await link(60)
    cloud.clock.advance(58_000)
    expect((await fetch(url)).status).toBe(200)
    cloud.clock.advance(2_000)
    expect((await fetch(url)).status).toBe(403)
  })

  it.each(['sign', 't', 'key'])('R-X2 a forged %s is 403', async (part) => {
    const url = await link(60)
    if (part === 'sign') url.searchParams.set('sign', '0'.repeat(32))
    if (part === 't') url.searchParams.set('t', String(Number(url.searchParams.get('t')) + 3600))
    if (part === 'key') url.pathname = `/_f/${'0'.repeat(64)}.jpg`
    expect((await fetch(url)).status).toBe(403)
  })

  it('a page or drawing that got in is not shown as one of ours', async () => {
    await run('upload', { path: 'page.html', text: '<script>alert(1)</script>' })
    const { fileList } = await run('links', { list: [`${PREFIX}page.html`] })
    expect((await fetch(fileList[0]!.tempFileURL)).headers.get('content-disposition')).toBe('attachment')
  })

  it('with a kept key links outlive a restart', async () => {
    const dataDir = temporaryFolder()
    const linkSecret = Buffer.alloc(32, 1)
    const first = await startTestCloud({ files: FILES }, { dataDir, linkSecret })
    await first.storage.put('kept.jpg', Buffer.from('kept'), 'image/jpeg')
    const links = (c: TestCloud) => c.call<Reply>('files', { op: 'links', list: [`${PREFIX}kept.jpg`] }, null)
    const { search, pathname } = new URL((await links(first)).fileList[0]!.tempFileURL)
    await first.close()
    const second = await startTestCloud({ files: FILES }, { dataDir, linkSecret })
    expect(await (await fetch(second.url + pathname + search)).text()).toBe('kept')
  })
})

describe('what people may do', () => {
  it('platform: a client writes a new file under incoming/ and nothing else', async () => {
    const refused = { code: 'STORAGE_EXCEED_AUTHORITY' }
    const bytes = Buffer.from('photo')
    expect(await cloud.storage.putAsClient('o-alice', PHOTO, bytes)).toBe(PREFIX + PHOTO)
    await expect(cloud.storage.putAsClient('o-alice', PHOTO, Buffer.from('again'))).rejects.toMatchObject(
      refused,
    )
    await expect(cloud.storage.putAsClient('o-bob', PHOTO, Buffer.from('mine'))).rejects.toMatchObject(
      refused,
    )
    await expect(cloud.storage.putAsClient('o-alice', 'tickets/x.jpg', bytes)).rejects.toMatchObject(refused)
    await expect(cloud.storage.putAsClient('o-alice', 'incoming/../x.jpg', bytes)).rejects.toMatchObject({
      code: 'INVALID_PARAM',
    })
    expect((await cloud.storage.read(PREFIX + PHOTO))?.toString()).toBe('photo')
  })

  it('two clients racing for one name: one file, one refusal', async () => {
    const name = `incoming/${'f'.repeat(32)}.jpg`
    const tries = ['o-alice', 'o-bob'].map((who) => cloud.storage.putAsClient(who, name, Buffer.from(who)))
    const results = await Promise.allSettled(tries)
    expect(results.map(({ status }) => status).sort()).toEqual(['fulfilled', 'rejected'])
  })

  it.each([
    [{ read: true, write: true }, 'read must be false'],
    [{ read: false }, 'write is missing'],
    [{ read: false, write: 'auth.loginType == "WECHAT"' }, 'not a term'],
  ])('a rule the local cloud does not know stops the start: %j', (content, words) => {
    const file = join(temporaryFolder(), 'storage.json')
    writeFileSync(file, JSON.stringify(content))
    expect(() => readStorageRules(file)).toThrow(words)
  })

  it('the project’s own rule: own new files under incoming/ with an unguessable name, by signed-in people', () => {
    const rules = readStorageRules('deploy/storage.json')
    const may = (path: string, openid: string, auth: string | null) =>
      rules.mayWrite({ path, openid }, auth === null ? null : { openid: auth })
    expect(may(PHOTO, 'a', 'a')).toBe(true)
    expect([
      may(PHOTO, 'a', 'b'),
      may(PHOTO, 'a', null),
      may('incoming/1.jpg', 'a', 'a'),
      may(`x/${PHOTO}`, 'a', 'a'),
    ]).toEqual([false, false, false, false])
  })
})

it('on disk a file is named by a hash: no path lies in the data folder, no half-written file stays', async () => {
  await cloud.storage.put('tickets/13800000000.jpg', Buffer.from('x'), 'image/jpeg')
  await expect(cloud.storage.put('a.jpg', Buffer.from('x'), 'image/png')).rejects.toThrow(
    'would not be served as',
  )
  expect(stored().every((name) => /^[0-9a-f]{64}(\.[a-z0-9]+)?$/.test(name))).toBe(true)
})

function stored(): string[] {
  return readdirSync(join(cloud.dataDir, 'files'), { recursive: true, withFileTypes: true })
    .filter((item) => item.isFile())
    .map((item) => item.name)
    .sort()
}
