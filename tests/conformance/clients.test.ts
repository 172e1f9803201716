/** What clients may do with the database: nothing (`deploy/database.json`), by whichever way they try. */
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { DemoPerson } from '../../localcloud/signin/people'
import { readDatabasePermission } from '../../localcloud/store/permissions'
import { startTestCloud, stopTestClouds, temporaryFolder, type TestCloud } from './support/cloud'

afterAll(stopTestClouds)

const ALICE: DemoPerson = { id: 'o-alice', name: '李秀英', role: 'citizen', roleName: '群众' }
const READ = {
  action: 'database.getDocument',
  collectionName: 'notes',
  queryType: 'WHERE',
  query: '{}',
  limit: 10,
}
const WRITE = { action: 'database.insertDocument', collectionName: 'notes', data: ['{"_id":"theirs"}'] }

let cloud: TestCloud
let token: string
const post = async (url: string, body: unknown) => {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json', authorization: `Bearer ${token}` },
    body: JSON.stringify(body),
  })
  return { status: response.status, text: await response.text() }
}
const stored = () => cloud.store.find('notes', { query: {}, order: { _id: 1 } })

beforeAll(async () => {
  const echo = { source: 'exports.main = (event) => ({ ok: true, data: event.action })', sdk: false }
  cloud = await startTestCloud({ ticket: echo }, { people: () => [ALICE] })
  cloud.store.import('notes', [{ _id: 'secret', words: '只给管理员看' }])
  const session = await fetch(`${cloud.url}/api/session`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ person: ALICE.id }),
  })
  token = ((await session.json()) as { token: string }).token
})

it.each(['/admin', '/api/database', '/api/admin', '/api/call/database', '/api/tcb', '/tcb'])(
  'the door has no way there: POST %s',
  async (address) => {
    for (const body of [READ, WRITE]) {
      const { status, text } = await post(cloud.url + address, { ...body, sessionToken: token })
      expect([404, 405]).toContain(status)
      expect(text).not.toContain('只给管理员看')
    }
    expect(stored()).toHaveLength(1)
  },
)

it('a function called with a database request as its event does not pass it on', async () => {
  const { text } = await post(`${cloud.url}/api/call/ticket`, WRITE)
  expect(JSON.parse(text)).toEqual({ ok: true, data: WRITE.action })
  expect(stored()).toHaveLength(1)
})

it('the protocol of the functions takes no token of a person for its secret', async () => {
  const { URL: admin } = JSON.parse(cloud.adminEnvironment.TCB_CONTEXT_CNFG!) as { URL: string }
  for (const sessionToken of [token, '', undefined]) {
    const { text } = await post(admin, { ...READ, sessionToken })
    expect(JSON.parse(text)).toMatchObject({ code: 'INVALID_REQUEST_SOURCE' })
  }
})

describe('deploy/database.json', () => {
  it('says so for every collection, also for those to come', () => {
    expect(JSON.parse(readFileSync('deploy/database.json', 'utf8'))).toEqual({ '*': 'ADMINONLY' })
  })

  it.each([
    [{ '*': 'READONLY' }, '* must be "ADMINONLY"'],
    [{ '*': 'ADMINONLY', tickets: 'PRIVATE' }, 'tickets is not known'],
    [{}, '* is missing'],
    ['ADMINONLY', 'must be an object'],
  ])('%j stops the start', (content, words) => {
    const file = join(temporaryFolder(), 'database.json')
    writeFileSync(file, JSON.stringify(content))
    expect(() => readDatabasePermission(file)).toThrow(words)
  })
})
