import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { knowledge } from '../../demo/county/knowledge'
import { people } from '../../demo/county/people'
import { projectRoot } from '../../localcloud/root'
import { loadSecrets } from '../../localcloud/secrets'
import { startLocalCloud } from '../../localcloud/server'

interface LoggedCall {
  action: string
  code: string
  database: number
  notices: number
}

/** A line of a function's log; anything else that is logged is passed over. */
function parse(line: string): Partial<LoggedCall> {
  try {
    return JSON.parse(line.slice(Math.max(0, line.indexOf('{')))) as Partial<LoggedCall>
  } catch {
    return {}
  }
}

/** A cloud with an fsync for every write, as `npm start` has it, and many citizens who may each submit. */
export async function startBenchCloud(citizens: number) {
  const dataDir = mkdtempSync(join(tmpdir(), 'minsheng-bench-'))
  const { LINK_KEY: _kept, ...functionEnv } = loadSecrets(join(dataDir, 'secrets.json'))
  const calls: LoggedCall[] = []
  const cloud = await startLocalCloud({
    dataDir,
    functionsDir: join(projectRoot(), 'dist', 'cloudfunctions'),
    durability: 'full',
    functionEnv,
    log: (line) => {
      const { action, code = '', database = 0, notices = 0 } = parse(line)
      if (action !== undefined) calls.push({ action, code, database, notices })
    },
  })
  const staff = people.filter((person) => person.staff)
  const ids = Array.from({ length: citizens }, (_, index) => `bench-${index + 1}`)
  const person = (id: string) => ({ _id: id, version: 1, recent: {}, submissions: [], locks: {} })
  cloud.store.import('people', [
    ...ids.map(person),
    ...staff.map(({ id, staff }) => ({ ...person(id), staff })),
  ])
  cloud.store.import(
    'demoPeople',
    [...ids, ...staff.map(({ id }) => id)].map((id, order) => ({
      _id: id,
      name: id,
      role: 'citizen',
      roleName: id,
      order,
    })),
  )
  cloud.store.import('knowledge', [{ _id: 'current', ...knowledge }])

  const tokens = new Map<string, string>()
  const post = async (path: string, body: unknown, token?: string) => {
    const response = await fetch(cloud.url + path, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...(token ? { authorization: `Bearer ${token}` } : {}) },
      body: JSON.stringify(body),
    })
    return (await response.json()) as Record<string, unknown>
  }
  return {
    citizens: ids,
    store: cloud.store,
    /** Every call so far, as its function logged it. */
    calls,
    /** Signs everybody in beforehand, so that only the action is timed. */
    async signIn(personIds: readonly string[]) {
      for (const person of personIds) {
        const { token } = await post('/api/session', { person })
        tokens.set(person, token as string)
      }
    },
    /** One call over loopback HTTP; throws when it is refused. */
    async call(person: string, action: string, input: unknown): Promise<Record<string, unknown>> {
      const body = { action, input, requestId: crypto.randomUUID() }
      const envelope = await post(`/api/call/${action.split('.')[0]}`, body, tokens.get(person))
      if (!envelope.ok) throw new Error(`${action} as ${person}: ${JSON.stringify(envelope.error)}`)
      return envelope.data as Record<string, unknown>
    },
    /** Database requests of one call, as its function logged them: its own, and those of the notices it sent. */
    async requestsOf(work: () => Promise<unknown>): Promise<LoggedCall> {
      await work()
      const lastCall = calls[calls.length - 1]
      if (!lastCall) throw new Error('the function logged no call')
      return lastCall
    },
    async close() {
      await cloud.close()
      rmSync(dataDir, { recursive: true, force: true })
    },
  }
}
