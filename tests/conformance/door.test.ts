/** The H5 door: sign-in of demo people, calls and uploads over HTTP, pages, and who is kept out. */
import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { request as httpRequest } from 'node:http'
import { join } from 'node:path'
import { gunzipSync } from 'node:zlib'

import { DOOR_LIMITS, FUNCTION_LIMITS } from '../../localcloud/limits'
import type { DemoPerson } from '../../localcloud/signin/people'
import { startTestCloud, stopTestClouds, temporaryFolder, type TestCloud } from './support/cloud'

afterAll(stopTestClouds)

const PEOPLE: DemoPerson[] = [
  { id: 'o-alice', name: '李秀英', role: 'citizen', roleName: '群众' },
  {
    id: 'o-bob',
    name: '王建国',
    role: 'handler',
    roleName: '承办单位经办人',
    unit: '县住建局',
    note: '管供水',
  },
]

const RULES = {
  '*': { invoke: false },
  ticket: { invoke: 'auth != null' },
  open: { invoke: true },
  files: { invoke: 'auth != null' },
}

const ENVELOPE = `exports.main = async ({ action, input, requestId }) => {
  const { OPENID, SOURCE } = cloud.getWXContext()
  if (action === 'fail') return { ok: false, error: { code: 'NOT_FOUND', message: '没有找到', requestId } }
  if (action === 'throw') throw new Error('a secret of the inside')
  await new Promise((resolve) => setTimeout(resolve, 5))
  return { ok: true, data: { action, input, requestId, openid: OPENID ?? null, source: SOURCE } }
}`

const FUNCTIONS = {
  ticket: { source: ENVELOPE },
  open: { source: ENVELOPE },
  clock: {
    source: ENVELOPE,
    config: { triggers: [{ name: 'minute', type: 'timer', config: '0 * * * * * *' }] },
  },
  files: {
    source: `exports.main = async ({ input }) => (await cloud.getTempFileURL({ fileList: [input] })).fileList[0]`,
  },
}

const start = (options: Parameters<typeof startTestCloud>[1] = {}): Promise<TestCloud> =>
  startTestCloud(FUNCTIONS, { rules: RULES, people: () => PEOPLE, ...options })

const JSON_TYPE = { 'content-type': 'application/json' }

/** The fields of the door's answers these tests look at. */
interface Answer {
  ok: boolean
  error: { code: string; message: string }
  data: { openid: string | null; source: string }
  token: string
  fileId: string
  tempFileURL: string
  now: string
  fired: unknown[]
}

async function post(cloud: TestCloud, path: string, body: unknown, headers: Record<string, string> = {}) {
  const response = await fetch(cloud.url + path, {
    method: 'POST',
    headers: { ...JSON_TYPE, ...headers },
    body: Buffer.isBuffer(body)
      ? new Uint8Array(body)
      : typeof body === 'string'
        ? body
        : JSON.stringify(body),
  })
  return { status: response.status, headers: response.headers, body: (await response.json()) as Answer }
}

const signIn = async (cloud: TestCloud, person: string): Promise<Record<string, string>> => {
  const { body } = await post(cloud, '/api/session', { person })
  return { authorization: `Bearer ${body.token}` }
}

/** A request whose Host and other forbidden headers can be set, which fetch does not allow. */
function rawRequest(
  url: string,
  options: { method?: string; headers?: Record<string, string>; path?: string },
) {
  const { hostname, port, pathname } = new URL(url)
  return new Promise<{ status: number; body: string; headers: Record<string, unknown> }>(
    (resolve, reject) => {
      const sent = httpRequest({ hostname, port, path: options.path ?? pathname, ...options }, (response) => {
        let body = ''
        response.setEncoding('utf8').on('data', (chunk: string) => (body += chunk))
        response.on('end', () => resolve({ status: response.statusCode!, body, headers: response.headers }))
      })
      sent.on('error', reject).end()
    },
  )
}

describe('signing in as a person of the demo', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await start()
  })

  it('GET /api/people lists them', async () => {
    expect(await (await fetch(`${cloud.url}/api/people`)).json()).toEqual({ people: PEOPLE })
  })

  it('POST /api/session gives a token, GET /api/me says who it is; two people at once', async () => {
    const tokens = await Promise.all(PEOPLE.map(({ id }) => signIn(cloud, id)))
    const me = await Promise.all(
      tokens.map(
        async (headers) =>
          ((await (await fetch(`${cloud.url}/api/me`, { headers })).json()) as { person: DemoPerson }).person,
      ),
    )
    expect(me).toEqual(PEOPLE)
  })

  it.each([
    [{ person: 'o-nobody' }, 404],
    [{ person: 7 }, 400],
    [{ person: { $gt: '' } }, 400],
    [{}, 400],
    ['not json', 400],
    [[], 400],
    [{ person: 'x'.repeat(DOOR_LIMITS.maxSmallBodyBytes) }, 413],
  ])('POST /api/session refuses %j in words', async (body, status) => {
    const told = await post(cloud, '/api/session', body)
    expect([told.status, told.body.ok]).toEqual([status, false])
    expect(told.body.error).toEqual({
      code: expect.stringMatching(/^[A-Z_]+$/),
      message: expect.stringMatching(/[\u4e00-\u9fff]/),
      retryable: false,
      requestId: expect.any(String),
    })
  })

  it('tokens outlive a restart, the folder keeps only their hashes, and they end after 30 days', async () => {
    const headers = await signIn(cloud, 'o-alice')
    const kept = readFileSync(join(cloud.dataDir, 'sessions.json'), 'utf8')
    expect(kept).not.toContain(headers.authorization!.slice('Bearer '.length))
    const again = await start({ dataDir: cloud.dataDir })
    const me = () => fetch(`${again.url}/api/me`, { headers }).then(({ status }) => status)
    expect(await me()).toBe(200)
    again.clock.advance(DOOR_LIMITS.sessionMs - 60_000)
    expect(await me()).toBe(200)
    again.clock.advance(60_000)
    expect(await me()).toBe(401)
    await again.close()
  })

  it('the chooser page is served with its parts under a strict policy', async () => {
    const page = await fetch(`${cloud.url}/signin?back=%2Fpages%2Findex`)
    expect(page.headers.get('content-security-policy')).toContain("script-src 'self';")
    expect(await page.text()).not.toMatch(/<script(?![^>]*src)|\son\w+=/)
    for (const part of ['app.js', 'style.css']) {
      expect((await fetch(`${cloud.url}/signin/${part}`)).status).toBe(200)
    }
    expect((await fetch(`${cloud.url}/signin/page.html`)).status).toBe(404)
  })
})

describe('POST /api/call/<function>', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await start()
  })
  const body = { action: 'ticket.get', input: { id: '1' }, requestId: 'r-1' }

  it('returns the function’s envelope with the person of the token; two people interleaved', async () => {
    const headers = { 'o-alice': await signIn(cloud, 'o-alice'), 'o-bob': await signIn(cloud, 'o-bob') }
    const who = Array.from({ length: 20 }, (_, i) =>
      i % 2 ? 'o-alice' : 'o-bob',
    ) as (keyof typeof headers)[]
    const replies = await Promise.all(who.map((id) => post(cloud, '/api/call/ticket', body, headers[id])))
    replies.forEach((reply, i) => {
      expect(reply.status).toBe(200)
      expect(reply.body).toEqual({ ok: true, data: { ...body, openid: who[i], source: 'wx_client' } })
    })
  })

  it('HTTP 200 also for ok: false', async () => {
    const told = await post(
      cloud,
      '/api/call/ticket',
      { ...body, action: 'fail' },
      await signIn(cloud, 'o-alice'),
    )
    expect([told.status, told.body.error.code]).toEqual([200, 'NOT_FOUND'])
  })

  it('without or with a wrong token: 401, except for what everybody may call', async () => {
    const wrong: Record<string, string>[] = [
      {},
      { authorization: 'Bearer wrong' },
      { authorization: `Bearer ${'x'.repeat(43)}` },
    ]
    for (const headers of wrong) {
      const told = await post(cloud, '/api/call/ticket', body, headers)
      expect([told.status, told.body.error.code]).toEqual([401, 'NOT_SIGNED_IN'])
      const open = await post(cloud, '/api/call/open', body, headers)
      expect([open.status, open.body.data.openid, open.body.data.source]).toEqual([200, null, 'wx_http'])
    }
    const open = await post(cloud, '/api/call/open', body, await signIn(cloud, 'o-bob'))
    expect(open.body.data.openid).toBe('o-bob')
  })

  it('a function closed to clients is 403, an unknown one 404; nothing of an exception leaves', async () => {
    const headers = await signIn(cloud, 'o-alice')
    expect((await post(cloud, '/api/call/clock', body, headers)).status).toBe(403)
    expect((await post(cloud, '/api/call/nothing', body, headers)).status).toBe(404)
    const thrown = await post(cloud, '/api/call/ticket', { ...body, action: 'throw' }, headers)
    expect([thrown.status, thrown.body.error.code]).toEqual([500, 'INTERNAL'])
    expect(JSON.stringify(thrown.body)).not.toContain('secret')
  })

  it('limit: an event above 100 KB is 413 in words', async () => {
    const input = 'x'.repeat(FUNCTION_LIMITS.maxEventBytes)
    const told = await post(cloud, '/api/call/ticket', { ...body, input }, await signIn(cloud, 'o-alice'))
    expect([told.status, told.body.error.message]).toEqual([413, '内容太大了，最多 100 KB'])
  })

  it('GET is no way to call', async () => {
    expect((await fetch(`${cloud.url}/api/call/open`)).status).toBe(404)
  })
})

describe('POST /api/files', () => {
  let cloud: TestCloud
  const send = (bytes: Buffer, headers: Record<string, string>) => post(cloud, '/api/files', bytes, headers)
  beforeAll(async () => {
    cloud = await start()
  })

  it('R-X2 stores a photo under an unguessable name; its link works on the address the person uses', async () => {
    const headers = await signIn(cloud, 'o-alice')
    const photo = Buffer.from([0xff, 0xd8, 0xff, 0xe0])
    const { status, body } = await send(photo, { ...headers, 'content-type': 'image/jpeg' })
    expect(status).toBe(200)
    expect(body.fileId).toMatch(/^cloud:\/\/local-env\.6c6f-local\/incoming\/[0-9a-f]{32}\.jpg$/)
    const viaName = await rawRequest(`${cloud.url}/api/files`, {
      headers: { host: `localhost:${cloud.port}` },
    })
    expect(viaName.status).toBe(404)
    const link = await post(cloud, '/api/call/files', { input: body.fileId }, headers)
    expect(link.body.tempFileURL.startsWith(cloud.url)).toBe(true)
    expect(Buffer.from(await (await fetch(link.body.tempFileURL)).arrayBuffer())).toEqual(photo)
  })

  it('R-X2 takes 10 MB and not a byte more, says so in words, and needs a sign-in', async () => {
    const headers = { ...(await signIn(cloud, 'o-bob')), 'content-type': 'image/png' }
    expect((await send(Buffer.alloc(DOOR_LIMITS.maxUploadBytes, 1), headers)).status).toBe(200)
    const over = await send(Buffer.alloc(DOOR_LIMITS.maxUploadBytes + 1, 1), headers)
    expect([over.status, over.body.error.message]).toEqual([413, '内容太大了，最多 10 MB'])
    expect((await send(Buffer.from('x'), { 'content-type': 'image/png' })).status).toBe(401)
  })

  it.each(['image/svg+xml', 'text/html', 'application/octet-stream', 'toString'])(
    'takes pictures and voice notes, not %s',
    async (type) => {
      const headers = { ...(await signIn(cloud, 'o-alice')), 'content-type': type }
      expect((await send(Buffer.from('x'), headers)).status).toBe(415)
    },
  )

  it('an empty file is refused', async () => {
    const headers = { ...(await signIn(cloud, 'o-alice')), 'content-type': 'image/png' }
    expect((await send(Buffer.alloc(0), headers)).status).toBe(400)
  })
})

describe('who is kept out', () => {
  it('another Host (DNS rebinding) is refused on every address, our own names are not', async () => {
    const cloud = await start()
    for (const path of ['/', '/api/people', '/signin', '/_f/x']) {
      const told = await rawRequest(cloud.url, { path, headers: { host: `evil.example:${cloud.port}` } })
      expect(told.status).toBe(421)
    }
    for (const host of [`127.0.0.1:${cloud.port}`, `localhost:${cloud.port}`]) {
      expect((await rawRequest(cloud.url, { path: '/api/people', headers: { host } })).status).toBe(200)
    }
  })

  it('a page of another site can send nothing', async () => {
    const cloud = await start()
    const person = { person: 'o-alice' }
    expect((await post(cloud, '/api/session', person, { origin: 'https://evil.example' })).status).toBe(403)
    expect((await post(cloud, '/api/session', person, { origin: 'null' })).status).toBe(403)
    expect((await post(cloud, '/api/session', person, { 'sec-fetch-site': 'cross-site' })).status).toBe(403)
    expect((await post(cloud, '/api/session', person, { 'content-type': 'text/plain' })).status).toBe(415)
    expect((await post(cloud, '/api/session', person, { origin: cloud.url })).status).toBe(200)
  })

  it('on an address others reach, the demo people and their sign-in are absent, and old tokens do not count', async () => {
    const dataDir = temporaryFolder()
    const home = await start({ dataDir })
    const headers = await signIn(home, 'o-alice')
    await home.close()
    const cloud = await start({ dataDir, host: '0.0.0.0' })
    for (const path of ['/signin', '/signin/app.js', '/api/people', '/api/me']) {
      expect((await fetch(cloud.url + path, { headers })).status).toBe(404)
    }
    expect((await post(cloud, '/api/session', { person: 'o-alice' })).status).toBe(404)
    expect((await post(cloud, '/api/call/ticket', {}, headers)).status).toBe(401)
    expect((await post(cloud, '/api/call/open', {}, headers)).body.data.openid).toBeNull()
    await cloud.close()
  })

  it('with demo they are there, and every page carries the notice', async () => {
    const h5Dir = temporaryFolder()
    writeFileSync(join(h5Dir, 'index.html'), '<html><body class="a"><div id="app"></div></body></html>')
    const cloud = await start({ host: '0.0.0.0', demo: true, h5Dir })
    expect((await fetch(`${cloud.url}/api/people`)).status).toBe(200)
    for (const path of ['/', '/pages/ticket/index', '/signin']) {
      expect(await (await fetch(cloud.url + path)).text()).toContain('演示环境，数据均为虚构')
    }
    const admin = new URL(JSON.parse(cloud.adminEnvironment.TCB_CONTEXT_CNFG!).URL as string)
    expect(admin.hostname).toBe('127.0.0.1')
  })

  it('a public address in front is believed when it is configured', async () => {
    const cloud = await start({ publicUrl: 'https://minsheng.example' })
    const headers = { host: 'minsheng.example' }
    expect(
      (await rawRequest(`http://127.0.0.1:${cloud.port}`, { path: '/api/people', headers })).status,
    ).toBe(200)
  })

  it('the clock can be moved only where the tests allow it, and what is due then runs', async () => {
    const closed = await start()
    expect((await post(closed, '/api/dev/clock', { advanceMs: 60_000 })).status).toBe(404)
    const cloud = await start({ devClock: true })
    const { body } = await post(cloud, '/api/dev/clock', { advanceMs: 3_600_000 })
    expect(Date.parse(body.now) - Date.now()).toBeGreaterThan(3_590_000)
    expect(body.fired).toMatchObject([{ functionName: 'clock' }])
    expect((await post(cloud, '/api/dev/clock', { set: '2027-01-01T00:00:00Z' })).body.now).toMatch(
      /^2027-01-01/,
    )
    for (const wrong of [{}, { advanceMs: '1' }, { set: 'tomorrow' }]) {
      expect((await post(cloud, '/api/dev/clock', wrong)).status).toBe(400)
    }
  })
})

describe('the H5 pages', () => {
  let cloud: TestCloud
  const SCRIPT = 'document.documentElement.style.fontSize="16px"'
  beforeAll(async () => {
    const h5Dir = join(temporaryFolder(), 'h5 页面')
    mkdirSync(join(h5Dir, 'js'), { recursive: true })
    writeFileSync(
      join(h5Dir, 'index.html'),
      `<html><head><script>${SCRIPT}</script></head><body><div id="app"></div></body></html>`,
    )
    writeFileSync(join(h5Dir, 'js', 'app.0a1b2c3d4e.js'), 'console.log(1)'.repeat(100))
    writeFileSync(join(h5Dir, 'js', 'app.js'), 'console.log(2)')
    writeFileSync(join(h5Dir, '.env'), 'SECRET=1')
    writeFileSync(join(h5Dir, '..', 'outside.js'), 'outside')
    cloud = await start({ h5Dir })
  })

  it('one page for every address of the app; a missing file or unknown API is 404', async () => {
    for (const path of ['/', '/pages/ticket/index', '/workbench/list?status=submitted']) {
      const response = await fetch(cloud.url + path)
      expect([response.status, response.headers.get('content-type')]).toEqual([
        200,
        'text/html; charset=utf-8',
      ])
    }
    expect((await fetch(`${cloud.url}/js/missing.js`)).status).toBe(404)
    expect((await fetch(`${cloud.url}/api/nothing`)).status).toBe(404)
    expect((await post(cloud, '/pages/ticket/index', {})).status).toBe(405)
  })

  it('hashed files are kept by browsers, others asked for again; gzip, ETag and HEAD work', async () => {
    const hashed = await fetch(`${cloud.url}/js/app.0a1b2c3d4e.js`)
    expect(hashed.headers.get('cache-control')).toBe('public, max-age=31536000, immutable')
    expect(hashed.headers.get('content-encoding')).toBe('gzip')
    const plain = await fetch(`${cloud.url}/js/app.js`)
    expect(plain.headers.get('cache-control')).toBe('no-cache')
    const etag = plain.headers.get('etag')!
    expect((await fetch(`${cloud.url}/js/app.js`, { headers: { 'if-none-match': etag } })).status).toBe(304)
    const head = await fetch(`${cloud.url}/js/app.js`, { method: 'HEAD' })
    expect([head.status, await head.text()]).toEqual([200, ''])
  })

  it('a policy lets the page’s own inline script run and no other, and nobody frame it', async () => {
    const { headers } = await fetch(cloud.url)
    const policy = headers.get('content-security-policy')!
    const hash = (await import('node:crypto')).createHash('sha256').update(SCRIPT).digest('base64')
    expect(policy).toContain(`script-src 'self' 'sha256-${hash}';`)
    expect(policy).toContain("frame-ancestors 'none'")
    expect(headers.get('x-content-type-options')).toBe('nosniff')
    expect(await (await fetch(cloud.url)).text()).not.toContain('演示环境')
  })

  it.each([
    '/../outside.js',
    '/..%2foutside.js',
    '/js/..%5c..%5coutside.js',
    '/%2e%2e/outside.js',
    '/.env',
    '/js/%00.js',
    '/%ff.js',
  ])('nothing outside the folder and no hidden file: %s', async (path) => {
    const { status, body } = await rawRequest(cloud.url, { path })
    expect(status === 404 || !/outside|SECRET/.test(body)).toBe(true)
    expect(body).not.toMatch(/^outside|SECRET/)
  })

  it('without built pages it says what to do', async () => {
    const bare = await start({ h5Dir: temporaryFolder() })
    const response = await fetch(bare.url)
    expect([response.status, await response.text()]).toEqual([
      404,
      expect.stringContaining('npm run build:h5'),
    ])
  })

  it('compressed bytes are the file', async () => {
    const bytes = await new Promise<Buffer>((resolve) => {
      httpRequest(
        `${cloud.url}/js/app.0a1b2c3d4e.js`,
        { headers: { 'accept-encoding': 'gzip' } },
        (response) => {
          const chunks: Buffer[] = []
          response
            .on('data', (chunk: Buffer) => chunks.push(chunk))
            .on('end', () => resolve(Buffer.concat(chunks)))
        },
      ).end()
    })
    expect(gunzipSync(bytes).toString()).toBe('console.log(1)'.repeat(100))
  })
})

describe('starting', () => {
  it('a taken port rejects and leaves nothing running', async () => {
    const first = await start()
    await expect(start({ port: first.port })).rejects.toMatchObject({ code: 'EADDRINUSE' })
  })
})
