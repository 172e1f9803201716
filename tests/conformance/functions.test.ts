/** Functions as the cloud runs them: `cloud-protocol` §1, §2, §7 and `platform` "Cloud functions". */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'

import { readFunctionRules } from '../../localcloud/functions/access'
import { readCatalog } from '../../localcloud/functions/catalog'
import { readFunctionRuntime } from '../../localcloud/functions/runtime'
import { FUNCTION_LIMITS, POOL_LIMITS } from '../../localcloud/limits'
import {
  startTestCloud,
  stopTestClouds,
  temporaryFolder,
  writeFunctions,
  type TestCloud,
} from './support/cloud'

afterAll(stopTestClouds)

const alice = { openid: 'o-alice' }
const bob = { openid: 'o-bob' }

const allowedMs = (name: string) => readFunctionRuntime('deploy/runtime.json').timeoutSeconds(name) * 1000

/** What `echo` returns. */
interface Echo {
  event: { userInfo?: Record<string, string> }
  context: Record<string, unknown>
  wx: { OPENID?: string | number; SOURCE?: string }
}

const FUNCTIONS = {
  echo: { source: `exports.main = async (event, context) => ({ event, context, wx: cloud.getWXContext() })` },
  env: {
    source: `exports.main = async ({ op, key }) => {
      if (op === 'all') return { ...process.env }
      if (op === 'keys') return Object.keys(process.env)
      if (op === 'has') return [key in process.env, Object.hasOwn(process.env, key), process.env.hasOwnProperty(key)]
      if (op === 'write') process.env[key] = 'x'
      if (op === 'delete') delete process.env[key]
      if (op === 'replace') process.env = {}
    }`,
  },
  slow: {
    source: `const db = cloud.database()
    exports.main = async ({ rounds }) => {
      const seen = []
      for (let i = 0; i < rounds; i++) {
        seen.push(cloud.getWXContext().OPENID)
        await db.collection('notes').add({ data: { by: cloud.getWXContext().OPENID } })
        await new Promise((resolve) => setTimeout(resolve, Math.random() * 5))
        seen.push(process.env.WX_OPENID)
      }
      return seen
    }`,
  },
  dangle: {
    source: `let seen = 'nothing yet'
    exports.main = async ({ op }) => {
      if (op === 'leave') { setTimeout(() => { seen = String(cloud.getWXContext().OPENID) }, 30); return 'left' }
      if (op === 'stray') { void Promise.reject(new Error('nobody awaits me')); return 'fine' }
      if (op === 'throw later') { setTimeout(() => { throw new Error('out of a timer') }, 5); return new Promise(() => {}) }
      await new Promise((resolve) => setTimeout(resolve, 80))
      return seen
    }`,
  },
  atLoad: {
    source: `const openidAtLoad = cloud.getWXContext().OPENID ?? 'nobody'
    let fromTimer = 'not yet'
    setTimeout(() => { fromTimer = process.env.WX_OPENID ?? 'nobody' }, 20)
    exports.main = async () => { await new Promise((r) => setTimeout(r, 40)); return [openidAtLoad, fromTimer] }`,
  },
  outer: {
    source: `exports.main = async ({ depth = 0, name = 'echo' }) => {
      if (depth > 1) return (await cloud.callFunction({ name: 'outer', data: { depth: depth - 1, name } })).result
      return (await cloud.callFunction({ name, data: { a: 1 } })).result
    }`,
  },
  late: {
    source: `let outcome = 'waiting'
    exports.main = async ({ op }) => {
      await new Promise((resolve) => setTimeout(resolve, 5))
      if (op === 'outcome') return outcome
      setTimeout(() => { cloud.callFunction({ name: 'echo' }).then((r) => { outcome = r }, (e) => { outcome = e.code }) }, 30)
    }`,
  },
  fails: {
    source: `exports.main = async ({ how }) => {
      if (how === 'throw') throw new TypeError('x is not a function')
      if (how === 'plain') throw { errCode: 7 }
      if (how === 'circular') { const a = {}; a.a = a; return a }
      if (how === 'huge') return 'x'.repeat(${FUNCTION_LIMITS.maxReplyBytes})
      if (how === 'nothing') return undefined
      if (how === 'exit') process.exit(3)
      if (how === 'memory') { const all = []; for (;;) all.push(new Array(1e5).fill('x')) }
      try { await cloud.callFunction({ name: how, data: {} }) } catch (e) { return { errCode: e.errCode, code: e.code, errMsg: e.errMsg } }
    }`,
  },
  noMain: { source: `exports.handler = () => 1` },
}

describe('functions in shared threads', () => {
  let cloud: TestCloud
  beforeAll(async () => {
    cloud = await startTestCloud(FUNCTIONS, { functionEnv: { MINSHENG_SECRET_ENC: 'key' } })
  })

  it('§1 gives the SDK its context: OPENID, APPID, ENV and SOURCE of a client', async () => {
    const { wx, context } = await cloud.call<Echo>('echo', {}, alice)
    expect(wx).toEqual({
      OPENID: 'o-alice',
      APPID: 'wx0000000000000000',
      ENV: 'local-env',
      SOURCE: 'wx_client',
    })
    expect(context).toMatchObject({
      function_name: 'echo',
      memory_limit_in_mb: 256,
      time_limit_in_ms: allowedMs('echo'),
    })
  })

  it('§1 puts userInfo and tcbContext into the event over whatever the client sent there', async () => {
    const sent = { action: 'x', userInfo: { openId: 'o-bob' }, tcbContext: 'mine' }
    const { event } = await cloud.call<Echo>('echo', sent, alice)
    expect(event).toEqual({
      action: 'x',
      userInfo: { appId: 'wx0000000000000000', openId: 'o-alice' },
      tcbContext: {},
    })
  })

  it('§1 an openid of digits comes back as a number: the SDK parses it', async () => {
    const { wx } = await cloud.call<Echo>('echo', {}, { openid: '12345' })
    expect(wx.OPENID).toBe(12345)
  })

  it('a person who is not signed in has no OPENID, also right after one who has', async () => {
    await cloud.functions.call('echo', {}, alice)
    const { wx, event } = await cloud.call<Echo>('echo', {}, null)
    expect(wx).not.toHaveProperty('OPENID')
    expect(wx.SOURCE).toBe('wx_http')
    expect(event.userInfo).not.toHaveProperty('openId')
  })

  it('two people at once: every read of the identity, across awaits and database calls, is the own one', async () => {
    const runs = Array.from({ length: 30 }, (_, i) => (i % 2 ? alice : bob))
    const seen = (await Promise.all(
      runs.map((who) => cloud.functions.call('slow', { rounds: 5 }, who)),
    )) as string[][]
    seen.forEach((list, i) => expect(list).toEqual(new Array(10).fill(runs[i]!.openid)))
    const stored = cloud.store.find('notes', { query: {} }).map((text) => JSON.parse(text).by as string)
    expect(stored.filter((by) => by === 'o-alice')).toHaveLength(75)
    expect(stored.filter((by) => by === 'o-bob')).toHaveLength(75)
  })

  it('work a call left behind keeps its own identity while another person calls', async () => {
    await cloud.functions.call('dangle', { op: 'leave' }, alice)
    expect(await cloud.functions.call('dangle', { op: 'wait' }, bob)).toBe('o-alice')
  })

  it('what a module starts when it is loaded carries nobody, though a person’s call loaded it', async () => {
    expect(await cloud.functions.call('atLoad', {}, alice)).toEqual(['nobody', 'nobody'])
  })

  it('§1 the environment is made from nothing: no variable of this process is in it', async () => {
    const all = await cloud.call<Record<string, string>>('env', { op: 'all' }, alice)
    expect(Object.keys(all).sort()).toEqual(
      [
        'MINSHENG_SECRET_ENC',
        'SCF_NAMESPACE',
        'SILENCE',
        'TCB_CONTEXT_CNFG',
        'TCB_CONTEXT_KEYS',
        'TCB_ENV',
        'TCB_SEQID',
        'TCB_SOURCE',
        'TENCENTCLOUD_REGION',
        'TENCENTCLOUD_RUNENV',
        'TENCENTCLOUD_SECRETID',
        'TENCENTCLOUD_SECRETKEY',
        'TENCENTCLOUD_SESSIONTOKEN',
        'WX_API_TOKEN',
        'WX_APPID',
        'WX_CONTEXT_KEYS',
        'WX_OPENID',
      ].sort(),
    )
    expect(await cloud.functions.call('env', { op: 'keys' }, alice)).toEqual(Object.keys(all))
  })

  it('`in`, hasOwn and keys tell each caller’s own environment', async () => {
    const has = (who: { openid: string } | null) =>
      cloud.functions.call('env', { op: 'has', key: 'WX_OPENID' }, who)
    expect(await Promise.all([has(alice), has(null), has(bob)])).toEqual([
      [true, true, true],
      [false, false, false],
      [true, true, true],
    ])
  })

  it.each(['write', 'delete', 'replace'])('the environment cannot be changed: %s throws', async (op) => {
    await expect(cloud.functions.call('env', { op, key: 'WX_OPENID' }, alice)).rejects.toThrow(/TypeError/)
    expect((await cloud.call<Echo>('echo', {}, bob)).wx.OPENID).toBe('o-bob')
  })

  it('platform: the clock’s distance reaches a call and is absent when there is none', async () => {
    cloud.clock.advance(86_400_000)
    const moved = await cloud.call<Record<string, string>>('env', { op: 'all' }, alice)
    expect(moved.MINSHENG_NOW_OFFSET_MS).toBe('86400000')
    cloud.clock.advance(-86_400_000)
    const back = await cloud.call<Record<string, string>>('env', { op: 'all' }, alice)
    expect(back).not.toHaveProperty('MINSHENG_NOW_OFFSET_MS')
  })

  it('§7 a call inside a call keeps the person; SOURCE grows by scf each time', async () => {
    const [a, b] = await Promise.all([
      cloud.call<Echo>('outer', {}, alice),
      cloud.call<Echo>('outer', { depth: 2 }, bob),
    ])
    expect(a.wx).toMatchObject({ OPENID: 'o-alice', SOURCE: 'wx_client,scf' })
    expect(a.event).toEqual({ a: 1 })
    expect(b.wx).toMatchObject({ OPENID: 'o-bob', SOURCE: 'wx_client,scf,scf' })
  })

  it('§7 a call inside a call never waits for the calls that wait for it', async () => {
    const full = POOL_LIMITS.workers * POOL_LIMITS.callsPerWorker
    const replies = await Promise.all(
      Array.from({ length: full + 4 }, () => cloud.functions.call('outer', { depth: 3 }, alice)),
    )
    expect(replies).toHaveLength(full + 4)
  })

  it('§7 a nested call after its own call has ended is refused, not made as nobody', async () => {
    await cloud.functions.call('late', {}, alice)
    let outcome: unknown = 'waiting'
    for (let i = 0; outcome === 'waiting' && i < 100; i++) {
      outcome = await cloud.functions.call('late', { op: 'outcome' }, bob)
    }
    expect(outcome).toBe('INVALID_REQUEST_SOURCE')
  })

  it('§7 nothing returned is null', async () => {
    expect(await cloud.functions.call('fails', { how: 'nothing' }, alice)).toBeNull()
  })

  it('§7 a thrown error reaches the calling function as FUNCTIONS_EXECUTE_FAIL, errCode -1, without stack', async () => {
    cloud.logged.length = 0
    const told = await cloud.functions.call('fails', { how: 'fails' }, alice)
    expect(told).toBeNull() // the inner run got no `how` and returned nothing
    const error = await cloud.functions.call('fails', { how: 'throw' }, alice).catch((e: unknown) => e)
    expect(error).toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL', message: 'TypeError: x is not a function' })
    expect(cloud.logged.join('\n')).toMatch(/TypeError: x is not a function\n\s+at /)
    await expect(cloud.functions.call('fails', { how: 'plain' }, alice)).rejects.toThrow('{"errCode":7}')
    expect(await cloud.functions.call('fails', { how: 'noMain' }, alice)).toEqual({
      errCode: -1,
      code: 'FUNCTIONS_EXECUTE_FAIL',
      errMsg: expect.stringContaining('callFunction:fail TypeError: exports.main is not a function'),
    })
  })

  it('§7 an unknown function is FUNCTION_NOT_FOUND', async () => {
    expect(await cloud.functions.call('fails', { how: 'nobody' }, alice)).toMatchObject({
      errCode: -1,
      code: 'FUNCTION_NOT_FOUND',
    })
  })

  it('limit: an event above 100 KB is refused', async () => {
    const event = { text: 'x'.repeat(FUNCTION_LIMITS.maxEventBytes - 11) }
    expect(JSON.stringify(event)).toHaveLength(FUNCTION_LIMITS.maxEventBytes)
    await cloud.functions.call('echo', event, alice)
    const over = cloud.functions.call('echo', { text: event.text + 'x' }, alice)
    await expect(over).rejects.toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('limit: a reply above 6 MB, and one that is no JSON, fail the call', async () => {
    const huge = cloud.functions.call('fails', { how: 'huge' }, alice)
    await expect(huge).rejects.toThrow('the reply is larger than')
    await expect(cloud.functions.call('fails', { how: 'circular' }, alice)).rejects.toThrow(/circular/)
  })

  it('an unhandled rejection is logged and harms nobody', async () => {
    cloud.logged.length = 0
    const others = cloud.functions.call('slow', { rounds: 3 }, bob)
    expect(await cloud.functions.call('dangle', { op: 'stray' }, alice)).toBe('fine')
    expect(await others).toEqual(new Array(6).fill('o-bob'))
    // It arrives by another way than the answers; the test's own time limit ends the waiting.
    while (!/unhandled rejection: Error: nobody awaits me/.test(cloud.logged.join('\n'))) {
      await new Promise((resolve) => setTimeout(resolve, 10))
    }
  })

  it('a throw out of a timer fails the call it belongs to and no other', async () => {
    const others = cloud.functions.call('slow', { rounds: 5 }, bob)
    const thrown = cloud.functions.call('dangle', { op: 'throw later' }, alice)
    await expect(thrown).rejects.toMatchObject({ message: 'Error: out of a timer' })
    expect(await others).toEqual(new Array(10).fill('o-bob'))
  })

  it.each(['exit', 'memory'])(
    'limit: an instance that ends (%s) fails its calls and is replaced',
    async (how) => {
      const ended = cloud.functions.call('fails', { how }, alice)
      await expect(ended).rejects.toMatchObject({ code: 'FUNCTIONS_EXECUTE_FAIL' })
      expect((await cloud.call<Echo>('echo', {}, bob)).wx.OPENID).toBe('o-bob')
    },
  )
})

describe('limit: the longest run', () => {
  it('a call that never ends is killed with its thread; calls beside it fail so that they can be retried', async () => {
    const cloud = await startTestCloud(
      {
        run: {
          sdk: false,
          source: `exports.main = async ({ how }) => {
            if (how === 'spin') for (;;);
            if (how === 'hang') return new Promise(() => {})
            return process.env.WX_OPENID
          }`,
        },
      },
      { functionTimeoutMs: 1500, workers: 1 },
    )
    await cloud.functions.call('run', {}, alice)
    const beside = cloud.functions.call('run', { how: 'hang' }, bob).catch((e: Error) => e.message)
    const spinning = cloud.functions.call('run', { how: 'spin' }, alice).catch((e: Error) => e.message)
    const reasons = await Promise.all([beside, spinning])
    expect(reasons).toContain('Invoking task timed out after 1.5 seconds')
    expect(reasons.every((reason) => /timed out/.test(String(reason)))).toBe(true)
    expect(await cloud.functions.call('run', {}, bob)).toBe('o-bob')
  })

  it('nobody can ask for more than deploy/runtime.json gives, and that is at most the cloud’s 60 seconds', async () => {
    const cloud = await startTestCloud({ echo: FUNCTIONS.echo }, { functionTimeoutMs: 3_600_000 })
    const { context } = await cloud.call<Echo>('echo', {}, alice)
    expect(context.time_limit_in_ms).toBe(allowedMs('echo'))
    expect(allowedMs('clock')).toBe(FUNCTION_LIMITS.maxRunMs)
  })
})

describe('one call an instance, as in the cloud', () => {
  it('two people never share a thread at a time, and functions never share one at all', async () => {
    const cloud = await startTestCloud(
      {
        thread: {
          source: `let running = 0
          exports.main = async () => {
            running++
            await new Promise((resolve) => setTimeout(resolve, 20))
            const together = running--
            return { together, who: cloud.getWXContext().OPENID, thread: require('worker_threads').threadId }
          }`,
        },
        other: { source: `exports.main = async () => require('worker_threads').threadId` },
        outer: FUNCTIONS.outer,
        echo: FUNCTIONS.echo,
      },
      { isolate: true },
    )
    const runs = Array.from({ length: 6 }, (_, i) => (i % 2 ? alice : bob))
    const replies = await Promise.all(
      runs.map((who) => cloud.call<{ together: number; who: string; thread: number }>('thread', {}, who)),
    )
    replies.forEach(({ together, who }, i) => expect([together, who]).toEqual([1, runs[i]!.openid]))
    const other = await cloud.functions.call('other', {}, alice)
    expect(replies.map(({ thread }) => thread)).not.toContain(other)
    expect((await cloud.call<Echo>('outer', {}, bob)).wx.OPENID).toBe('o-bob')
  })
})

describe('the rule of functions', () => {
  const rules = {
    '*': { invoke: false },
    ticket: { invoke: 'auth != null' },
    open: { invoke: true },
    outer: { invoke: true },
    echo: { invoke: false },
  }
  const echo = FUNCTIONS.echo

  it('platform: invoke false closes a function to clients, not to other functions', async () => {
    const cloud = await startTestCloud(
      { ticket: echo, open: echo, echo, hidden: echo, outer: FUNCTIONS.outer },
      { rules },
    )
    const refused = { code: 'PERMISSION_DENIED' }
    await expect(cloud.functions.call('echo', {}, alice)).rejects.toMatchObject(refused)
    await expect(cloud.functions.call('hidden', {}, alice)).rejects.toMatchObject(refused)
    await expect(cloud.functions.call('ticket', {}, null)).rejects.toMatchObject(refused)
    await cloud.functions.call('ticket', {}, alice)
    await cloud.functions.call('open', {}, null)
    expect((await cloud.call<Echo>('outer', {}, bob)).wx.OPENID).toBe('o-bob')
  })

  it.each([
    [{ ticket: { invoke: true } }, 'a rule for "*" is missing'],
    [{ '*': { invoke: 'auth.uid == 1' } }, '*.invoke must be'],
    [{ '*': {} }, '*.invoke is missing'],
  ])('a rule file the cloud would refuse is refused: %j', (content, words) => {
    const file = join(temporaryFolder(), 'functions.json')
    writeFileSync(file, JSON.stringify(content))
    expect(() => readFunctionRules(file)).toThrow(words)
  })

  it('the project’s own rule closes what only timers and pushes may start', () => {
    const deployed = readFunctionRules('deploy/functions.json')
    expect(['clock', 'wxpush', 'anythingNew'].some((name) => deployed.allows(name, { signedIn: true }))).toBe(
      false,
    )
    expect(['ticket', 'people'].map((name) => deployed.allows(name, { signedIn: false }))).toEqual([
      false,
      false,
    ])
    expect(deployed.allows('open', { signedIn: false })).toBe(true)
  })
})

describe('what is deployed', () => {
  const source = 'exports.main = () => 1'
  it.each([
    ['two timers', { triggers: [{}, {}] }, 'at most 1'],
    ['a trigger that is no timer', { triggers: [{ name: 'a', type: 'cos' }] }, 'type must be "timer"'],
    ['a wrong timer', { triggers: [{ name: 'a', type: 'timer', config: '* * *' }] }, '7 fields'],
    ['a list that is none', { permissions: { openapi: 'security.msgSecCheck' } }, 'permissions.openapi'],
  ])('config.json with %s stops the start and names the file', (_what, config, words) => {
    const folder = writeFunctions({ f: { source, config } })
    expect(() => readCatalog(folder)).toThrow(words)
  })

  it('functionEnv may not take the place of what the cloud sets', async () => {
    await expect(startTestCloud({}, { functionEnv: { WX_OPENID: 'o-admin' } })).rejects.toThrow('WX_OPENID')
  })
})

describe('§2 the admin protocol', () => {
  it('answers nobody without the secret, unknown actions with a code, and always HTTP 200 and JSON', async () => {
    const cloud = await startTestCloud({ echo: FUNCTIONS.echo })
    const { URL: admin } = JSON.parse(cloud.adminEnvironment.TCB_CONTEXT_CNFG!) as { URL: string }
    const sessionToken = cloud.adminEnvironment.TENCENTCLOUD_SESSIONTOKEN
    const post = async (body: string) => {
      const response = await fetch(admin, {
        method: 'POST',
        body,
        headers: { 'content-type': 'application/json' },
      })
      return [response.status, ((await response.json()) as { code: string }).code]
    }
    expect(await post(JSON.stringify({ action: 'database.addCollection', collectionName: 'x' }))).toEqual([
      200,
      'INVALID_REQUEST_SOURCE',
    ])
    expect(await post(JSON.stringify({ action: 'toString', sessionToken }))).toEqual([200, 'INVALID_PARAM'])
    expect(await post('not json')).toEqual([200, 'INVALID_PARAM'])
    expect(await post('null')).toEqual([200, 'INVALID_PARAM'])
    expect(admin).toMatch(/^http:\/\/127\.0\.0\.1:/)
    expect((await fetch(`${cloud.url}/admin`, { method: 'POST', body: '{}' })).status).not.toBe(200)
  })
})
