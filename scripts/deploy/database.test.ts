import type { CollectionSpec } from '../../localcloud/store'
import { applyDatabase, compareDatabase } from './database'
import { fakeCloud, FAKE_ENV, type FakeCloud } from './testing/cloudbase'

const DECLARED: CollectionSpec[] = [
  {
    name: 'tickets',
    indexes: [
      {
        name: 'seen',
        multikey: true,
        fields: [
          { path: 'audience', type: 'string' },
          { path: 'sortKey', type: 'string', direction: 'desc' },
        ],
      },
      { name: 'place', fields: [{ path: 'at', type: 'point' }] },
    ],
  },
  { name: 'numbers', indexes: [] },
]

let fake: FakeCloud
let said: string[]
beforeEach(() => {
  fake = fakeCloud()
  said = []
})
const run = async (declared = DECLARED) => {
  const changes = await compareDatabase(fake.cloud, declared)
  await applyDatabase(fake.cloud, FAKE_ENV, declared, 'ADMINONLY', changes, (line) => said.push(line))
  return changes
}

it('makes what is missing, with the cloud’s own words for directions', async () => {
  await run()
  expect([...fake.state.collections.keys()]).toEqual(['tickets', 'numbers'])
  expect(fake.state.collections.get('tickets')!.indexes.slice(2)).toEqual([
    {
      Name: 'seen',
      Keys: [
        { Name: 'audience', Direction: '1' },
        { Name: 'sortKey', Direction: '-1' },
      ],
      Unique: false,
    },
    { Name: 'place', Keys: [{ Name: 'at', Direction: '2dsphere' }], Unique: false },
  ])
})

it('closes a new collection to clients before anything else', async () => {
  await run()
  expect(fake.changes.slice(0, 2)).toEqual([
    'createCollection tickets',
    'ModifyDatabaseACL tickets ADMINONLY',
  ])
  expect([...fake.state.collections.values()].map(({ acl }) => acl)).toEqual(['ADMINONLY', 'ADMINONLY'])
})

it('a second run changes nothing', async () => {
  await run()
  fake.changes.length = 0
  expect(await run()).toEqual({ collections: [], indexes: [], extra: [] })
  expect(fake.changes).toEqual([])
})

it('closes a collection that somebody opened', async () => {
  await run()
  fake.state.collections.get('tickets')!.acl = 'READONLY'
  await run()
  expect(fake.state.collections.get('tickets')!.acl).toBe('ADMINONLY')
  expect(said).toContain('集合 tickets：权限改为 ADMINONLY')
})

it('tells what nobody declared and drops nothing; indexes of the cloud itself are none of it', async () => {
  await run()
  const before = JSON.stringify([...fake.state.collections])
  const { extra } = await run([{ name: 'tickets', indexes: [DECLARED[0]!.indexes[0]!] }])
  expect(extra).toEqual(['numbers', 'tickets.place'])
  expect(JSON.stringify([...fake.state.collections])).toBe(before)
})

it.each([
  ['other fields', { fields: [{ path: 'audience', type: 'string' as const }] }],
  ['uniqueness', { ...DECLARED[0]!.indexes[0]!, multikey: false, unique: true }],
])('refuses an index of the same name with %s, before changing anything', async (_what, index) => {
  await run()
  fake.changes.length = 0
  const declared = [
    ...DECLARED.slice(1),
    { name: 'tickets', indexes: [{ ...index, name: 'seen' }] },
    { name: 'new', indexes: [] },
  ]
  await expect(run(declared)).rejects.toThrow('tickets 的索引 seen')
  expect(fake.changes).toEqual([])
})

it('stops when the cloud does not take the permission', async () => {
  fake.break('ModifyDatabaseACL', 'ignored')
  await expect(run()).rejects.toThrow('集合 tickets 的权限没有改成 ADMINONLY，云上仍是 PRIVATE')
})
