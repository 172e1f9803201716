import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { DatabaseSync } from '@photostructure/sqlite'
import {
  type CollectionSpec,
  type IndexSpec,
  openStore,
  parseCollections,
  type Store,
} from '../../../localcloud/store'
import { collection, failure, results, startTestCloud, type TestCloud } from './harness'

const INDEXES: IndexSpec[] = [
  {
    name: 'by_unit_status',
    fields: [
      { path: 'unitId', type: 'string' },
      { path: 'status', type: 'string' },
      { path: 'sortKey', type: 'string', direction: 'desc' },
    ],
  },
  { name: 'by_wake', fields: [{ path: 'wakeAt', type: 'date' }] },
  { name: 'by_no', fields: [{ path: 'no', type: 'string' }], unique: true },
  {
    name: 'by_audience_status',
    fields: [
      { path: 'audience', type: 'string' },
      { path: 'status', type: 'string' },
      { path: 'sortKey', type: 'string', direction: 'desc' },
    ],
    multikey: true,
  },
  {
    name: 'by_audience',
    fields: [
      { path: 'audience', type: 'string' },
      { path: 'sortKey', type: 'string', direction: 'desc' },
    ],
    multikey: true,
  },
]

describe('which queries go through an index', () => {
  let test: TestCloud
  const items = () => test.db.collection('items')
  const last = () => test.queries.at(-1)

  beforeAll(async () => {
    test = await startTestCloud([collection('items', ...INDEXES)])
    test.cloud.store.import(
      'items',
      Array.from({ length: 200 }, (_, i) => ({
        _id: `i${i}`,
        no: `n${i}`,
        unitId: `u${i % 10}`,
        status: i % 20 < 10 ? 'open' : 'closed',
        sortKey: String(i).padStart(4, '0'),
        wakeAt: i % 2 === 0 ? new Date(i * 1000) : null,
        audience: [`u${i % 10}`, 'all'],
        other: i,
      })),
    )
  })
  afterAll(() => test.stop())

  it('on _id', async () => {
    await items().doc('i5').get()
    expect(last()).toMatchObject({ action: 'find', query: { _id: 'i5' }, usedIndex: true, scanned: 1 })
    await items()
      .where({ _id: test.db.command.in(['i1', 'i2']) })
      .get()
    expect(last()).toMatchObject({ usedIndex: true, scanned: 2 })
    await items()
      .where({ _id: 'i3', other: 3 })
      .update({ data: { seen: true } })
    expect(last()).toMatchObject({ action: 'update', usedIndex: true, scanned: 1 })
    await items().where({ _id: 'nowhere' }).remove()
    expect(last()).toMatchObject({ action: 'remove', usedIndex: true, scanned: 0 })
  })

  it('on the fields of an index, from the first on', async () => {
    const { data } = await items()
      .where({ unitId: 'u3', status: 'open' })
      .orderBy('sortKey', 'desc')
      .limit(5)
      .get()
    expect(data.map((item) => item.sortKey)).toEqual(['0183', '0163', '0143', '0123', '0103'])
    expect(last()).toMatchObject({ usedIndex: true, scanned: 5, order: { sortKey: -1 } })
    await items().where({ unitId: 'u3' }).count()
    expect(last()).toMatchObject({ action: 'count', usedIndex: true, scanned: 20 })
  })

  it('on a page by key', async () => {
    const { lt } = test.db.command
    await items()
      .where({ unitId: 'u3', status: 'open', sortKey: lt('0100') })
      .orderBy('sortKey', 'desc')
      .limit(3)
      .get()
    expect(last()).toMatchObject({ usedIndex: true, scanned: 3 })
  })

  it('on a range with its order and limit, the query of the clock', async () => {
    const due = items()
      .where({ wakeAt: test.db.command.lte(new Date(50_000)) })
      .orderBy('wakeAt', 'asc')
      .limit(10)
    const { data } = await due.get()
    expect(data.map((item) => item._id)).toEqual([
      'i0',
      'i2',
      'i4',
      'i6',
      'i8',
      'i10',
      'i12',
      'i14',
      'i16',
      'i18',
    ])
    expect(last()).toMatchObject({ usedIndex: true, scanned: 10 })
  })

  it('on an element of an array, in the order of the multikey index', async () => {
    const { data } = await items().where({ audience: 'u7' }).orderBy('sortKey', 'desc').limit(3).get()
    expect(data.map((item) => item.sortKey)).toEqual(['0197', '0187', '0177'])
    expect(last()).toMatchObject({ usedIndex: true, sortedInMemory: false, scanned: 3 })
    await items().where({ audience: 'u7', status: 'open' }).orderBy('sortKey', 'desc').limit(3).get()
    expect(last()).toMatchObject({ usedIndex: true, sortedInMemory: false, scanned: 3 })
    await items()
      .where({ audience: test.db.command.in(['u1', 'u2']) })
      .count()
    expect(last()).toMatchObject({ usedIndex: true, scanned: 40 })
  })

  it('on a list of elements, each document once and in the order asked for', async () => {
    const { gt, in: among } = test.db.command
    const { data } = await items()
      .where({ audience: among(['u1', 'u2', 'all']), sortKey: gt('0100') })
      .orderBy('sortKey', 'desc')
      .skip(1)
      .limit(3)
      .get()
    expect(data.map((item) => item.sortKey)).toEqual(['0198', '0197', '0196'])
    expect(last()).toMatchObject({ usedIndex: true, scanned: 4 })
  })

  it('on one element at the top and another within "and", in whatever sequence', async () => {
    const { and } = test.db.command
    const both = (one: string, other: string) => items().where(and([{ audience: one }, { audience: other }]))
    expect(await both('all', 'u7').count()).toMatchObject({ total: 20 })
    const inner = test.cloud.store.count('items', { audience: 'all', $and: [{ audience: 'u7' }] })
    expect(inner).toBe(20)
  })

  it('with conditions no index has, on what the index leaves', async () => {
    await items().where({ unitId: 'u3', other: 103 }).get()
    expect(last()).toMatchObject({ usedIndex: true, scanned: 20 })
  })

  it('with _.or when every branch has one', async () => {
    const { or } = test.db.command
    await items()
      .where(or([{ no: 'n1' }, { unitId: 'u3', status: 'open' }]))
      .get()
    expect(last()).toMatchObject({ usedIndex: true, scanned: 11 })
    await items()
      .where(or([{ no: 'n1' }, { other: 3 }]))
      .get()
    expect(last()).toMatchObject({ usedIndex: false })
  })

  it('not on a field without one, nor on the second field of one', async () => {
    for (const query of [
      { other: 5 },
      { status: 'open' },
      { unitId: /^u/ },
      { unitId: test.db.command.neq('u1') },
      {},
    ]) {
      await items().where(query).get()
      expect(last()).toMatchObject({ usedIndex: false, scanned: 200 })
    }
  })

  it('not in the order of an index when every document must be tested', async () => {
    await items().where({ other: 5 }).orderBy('no', 'asc').limit(1).get()
    expect(last()).toMatchObject({ usedIndex: false })
    await items().orderBy('no', 'asc').limit(1).get()
    expect(last()).toMatchObject({ usedIndex: true, scanned: 1 })
  })

  it('not when a whole index is walked for its order', async () => {
    await results(items().aggregate().sort({ no: 1 }))
    expect(last()).toMatchObject({ usedIndex: false, sortedInMemory: false, scanned: 200 })
  })

  it('says when an order needed sorting', async () => {
    const sorted = async (field: string) => {
      await items().where({ unitId: 'u3', status: 'open' }).orderBy(field, 'asc').limit(5).get()
      return last()?.sortedInMemory
    }
    expect([await sorted('sortKey'), await sorted('no'), await sorted('other')]).toEqual([false, true, true])
  })

  it('adds and transactions are counted and look for nothing', async () => {
    const before = test.queries.length
    await test.db.runTransaction(async (transaction) => {
      await transaction.collection('items').doc('i1').get()
      await transaction.collection('items').add({ data: { _id: 'new', no: 'new' } })
    })
    expect(test.queries.slice(before).map((query) => [query.action, query.usedIndex])).toEqual([
      ['startTransaction', true],
      ['find', true],
      ['insert', true],
      ['commitTransaction', true],
    ])
    await items().doc('new').remove()
  })
})

describe('what an indexed field may hold', () => {
  let test: TestCloud
  const items = () => test.db.collection('items')
  beforeAll(async () => {
    test = await startTestCloud([
      collection('items', ...INDEXES, { name: 'by_deep', fields: [{ path: 'deep.n', type: 'number' }] }),
    ])
  })
  afterAll(() => test.stop())

  it.each([
    { unitId: 5 },
    { unitId: ['u1'] },
    { unitId: { a: 1 } },
    { unitId: 'half \ud800' },
    { unitId: 'nul \0' },
    { wakeAt: '2026-11-22' },
    { wakeAt: 5 },
    { deep: [{ n: 1 }] },
    { deep: { n: '1' } },
    { deep: { n: Number.NaN } },
    { audience: [5] },
    { audience: [['u1']] },
    { audience: { a: 1 } },
  ])('refuses %j', async (data) => {
    const error = await failure(items().add({ data: { no: 'x', ...data } }))
    expect(error).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('index by_') })
  })

  it('also when an update or set brings it', async () => {
    await items()
      .doc('a')
      .set({ data: { no: 'a', unitId: 'u' } })
    expect(
      await failure(
        items()
          .doc('a')
          .update({ data: { unitId: 1 } }),
      ),
    ).toMatchObject({ errCode: -502001 })
    expect(
      await failure(
        items()
          .doc('a')
          .set({ data: { unitId: [] } }),
      ),
    ).toMatchObject({ errCode: -502001 })
    const push = { data: { audience: test.db.command.push([1]) } }
    expect(await failure(items().doc('a').update(push))).toMatchObject({ errCode: -502001 })
    expect((await items().doc('a').get()).data).toEqual({ _id: 'a', no: 'a', unitId: 'u' })
    await items().doc('a').remove()
  })

  it('takes null, an absent field, a way that ends early, and repeated elements', async () => {
    await items().add({ data: { _id: 'b', unitId: null, audience: ['x', 'x', null], deep: 5 } })
    expect((await items().where({ audience: 'x' }).get()).data).toHaveLength(1)
    await items()
      .doc('b')
      .update({ data: { audience: ['y'] } })
    expect((await items().where({ audience: 'x' }).get()).data).toHaveLength(0)
    expect((await items().where({ audience: 'y' }).get()).data).toHaveLength(1)
    await items().doc('b').remove()
    expect((await items().where({ audience: 'y' }).get()).data).toHaveLength(0)
  })

  it('a unique index takes one document without the field, not two', async () => {
    await items().add({ data: { _id: 'one' } })
    expect(await failure(items().add({ data: { _id: 'two' } }))).toMatchObject({
      errMsg: expect.stringContaining('index: by_no'),
    })
    expect(await failure(items().add({ data: { _id: 'two', no: null } }))).toMatchObject({ errCode: -502001 })
    await items()
      .doc('one')
      .update({ data: { n: 1 } })
  })
})

describe('declarations', () => {
  const field = { path: 'a', type: 'string' as const }

  it.each<[string, unknown]>([
    ['collections.0.name', [{ name: 'no/slash', indexes: [] }]],
    [
      'collections.0.indexes.0.fields.0.type',
      [{ name: 'c', indexes: [{ name: 'i', fields: [{ path: 'a', type: 'text' }] }] }],
    ],
    [
      'collections.0.indexes.0.fields.0.path',
      [{ name: 'c', indexes: [{ name: 'i', fields: [{ path: 'a.0', type: 'string' }] }] }],
    ],
    ['collections.0.indexes.0.fields', [{ name: 'c', indexes: [{ name: 'i', fields: [] }] }]],
    [
      'collections.0.indexes.0.sparse',
      [{ name: 'c', indexes: [{ name: 'i', fields: [field], sparse: true }] }],
    ],
    ['collection c is declared twice', [collection('c'), collection('c')]],
    [
      'index of c i is declared twice',
      [collection('c', { name: 'i', fields: [field] }, { name: 'i', fields: [field] })],
    ],
    ['field of c.i a is declared twice', [collection('c', { name: 'i', fields: [field, field] })]],
    [
      'c.i: a multikey index cannot be unique',
      [collection('c', { name: 'i', fields: [field], unique: true, multikey: true })],
    ],
    [
      'c.j: a is number here and string elsewhere',
      [
        collection(
          'c',
          { name: 'i', fields: [field] },
          { name: 'j', fields: [{ path: 'a', type: 'number' }] },
        ),
      ],
    ],
    [
      'c.j: a is array of string here and string elsewhere',
      [collection('c', { name: 'i', fields: [field] }, { name: 'j', fields: [field], multikey: true })],
    ],
    [
      'c.i: _id always has its own index',
      [collection('c', { name: 'i', fields: [{ path: '_id', type: 'string' }] })],
    ],
  ])('says %s', (message, collections) => {
    expect(() => parseCollections({ collections })).toThrow(message)
  })
})

describe('opening a data folder again', () => {
  let folder: string
  let store: Store | undefined
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'minsheng-reopen-'))
  })
  afterEach(() => {
    store?.close()
    rmSync(folder, { recursive: true, force: true })
  })

  function open(...collections: CollectionSpec[]): Store {
    store?.close()
    store = undefined
    store = openStore({
      file: join(folder, 'store.sqlite'),
      collections,
      durability: 'off',
      clock: () => new Date(),
    })
    return store
  }

  /** Ids found, and whether an index found them. */
  function find(query: Record<string, unknown>): [string[], boolean] {
    let used = false
    const stop = store!.onQuery((event) => (used = event.usedIndex))
    const ids = store!.find('c', { query, limit: 100 }).map((text) => JSON.parse(text)._id as string)
    stop()
    return [ids, used]
  }

  const byA: IndexSpec = { name: 'by_a', fields: [{ path: 'a', type: 'string' }] }
  const byL: IndexSpec = { name: 'by_l', fields: [{ path: 'l', type: 'string' }], multikey: true }

  it('keeps documents, and collections made at run time', () => {
    open(collection('c')).import('c', [{ _id: '1', a: 'x', at: new Date(5) }])
    store!.createCollection('d')
    store!.import('d', [{ _id: '1' }])
    open(collection('c'))
    expect([...store!.dump('c')]).toEqual([{ _id: '1', a: 'x', at: new Date(5) }])
    expect([...store!.dump('d')]).toEqual([{ _id: '1' }])
  })

  it('builds indexes and collections that are new, over what is there', () => {
    open(collection('c')).import('c', [
      { _id: '1', a: 'x', l: ['p', 'q'] },
      { _id: '2', a: 'y', l: ['q'] },
    ])
    expect(find({ a: 'x' })).toEqual([['1'], false])
    open(collection('c', byA, byL), collection('new'))
    expect(find({ a: 'x' })).toEqual([['1'], true])
    expect(find({ l: 'q' })).toEqual([['1', '2'], true])
    expect(
      store!
        .stats()
        .collections.map(({ name }) => name)
        .sort(),
    ).toEqual(['c', 'new'])
  })

  it('drops indexes that are gone, with their promises', () => {
    open(collection('c', byA, byL)).import('c', [{ _id: '1', a: 'x', l: ['p'] }])
    open(collection('c'))
    store!.import('c', [{ _id: '2', a: 5, l: [1] }])
    expect(find({ a: 'x' })).toEqual([['1'], false])
    expect(find({ l: 'p' })).toEqual([['1'], false])
  })

  it('rebuilds an index whose definition has changed', () => {
    open(collection('c', byA)).import('c', [{ _id: '1', a: 'x' }])
    open(collection('c', { ...byA, unique: true }))
    expect(() => store!.import('c', [{ _id: '2', a: 'x' }])).toThrow('E11000')
    open(collection('c', byA))
    expect(store!.import('c', [{ _id: '2', a: 'x' }])).toBe(1)
  })

  it('says which document breaks a new index, and changes nothing', () => {
    open(collection('c')).import('c', [
      { _id: '1', a: 'x' },
      { _id: '2', a: ['x'] },
    ])
    expect(() => open(collection('c', byL, byA))).toThrow(
      'kept document 2: index by_a of c: a must be a string',
    )
    open(collection('c', byL))
    expect(find({ l: 'p' })).toEqual([[], true])
    store!.import('c', [{ _id: '3', a: 'x' }])
    store!.remove('c', { _id: '2' }, { multi: false })
    expect(() => open(collection('c', { ...byA, unique: true }))).toThrow('by_a of c')
  })

  it('imports all or none', () => {
    open(collection('c', byA))
    expect(() => store!.import('c', [{ _id: '1' }, { _id: '2', a: 5 }])).toThrow('a must be a string')
    expect(() => store!.import('c', [{ _id: '1' }, { _id: '1' }])).toThrow('E11000')
    expect([...store!.dump('c')]).toEqual([])
  })

  it('refuses keys that cannot be stored in an import too', () => {
    open(collection('c'))
    for (const key of ['$set', 'a.b', '__proto__', 'constructor']) {
      const document = JSON.parse(`{"_id":"1","o":{"${key}":1}}`) as Record<string, unknown>
      expect(() => store!.import('c', [document])).toThrow('cannot be stored')
    }
  })

  it('leaves no keys of a removed document behind', () => {
    open(collection('c', byL)).import('c', [{ _id: '1', l: ['p', 'q'] }])
    store!.remove('c', { _id: '1' }, { multi: false })
    store!.close()
    const file = new DatabaseSync(join(folder, 'store.sqlite'))
    const [{ name }] = file
      .prepare(`SELECT name FROM sqlite_schema WHERE name LIKE 'm@_c.by@_l%' ESCAPE '@'`)
      .all()
    expect(file.prepare(`SELECT count(*) AS n FROM "${name}"`).get()).toEqual({ n: 0 })
    file.close()
  })

  it('never gives a version twice, so a transaction sees a document that was removed and added again', async () => {
    open(collection('c')).import('c', [{ _id: '1' }])
    open(collection('c'))
    const id = store!.startTransaction()
    await store!.inTransaction(
      id,
      async () => {},
      (transaction) => store!.set('c', '1', { n: 1 }, transaction),
    )
    store!.remove('c', { _id: '1' }, { multi: false })
    store!.import('c', [{ _id: '1' }])
    expect(() => store!.commitTransaction(id)).toThrow('TransactionConflict')
  })

  it('gives its figures', () => {
    open(collection('c', byA)).import('c', [{ _id: '1' }, { _id: '2' }])
    const stats = store!.stats()
    expect(stats.collections).toEqual([{ name: 'c', documents: 2, bytes: 22, indexes: ['by_a'] }])
    expect(stats.fileBytes).toBeGreaterThan(0)
  })

  it('refuses a file that is no store', () => {
    expect(() =>
      openStore({ file: folder, collections: [], durability: 'off', clock: () => new Date() }),
    ).toThrow()
  })
})
