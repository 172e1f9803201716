import { DATABASE_LIMITS } from '../../../localcloud/limits'
import { type CollectionSpec, parseCollections } from '../../../localcloud/store'
import { collection, failure, startTestCloud, type TestCloud } from './harness'

const LIMIT = DATABASE_LIMITS
let test: TestCloud
const things = () => test.db.collection('things')

beforeAll(async () => {
  test = await startTestCloud([
    collection(
      'things',
      { name: 'by_text', fields: [{ path: 'text', type: 'string' }] },
      {
        name: 'by_pair',
        fields: [
          { path: 'left', type: 'string' },
          { path: 'right', type: 'string' },
        ],
      },
      { name: 'by_tag', fields: [{ path: 'tags', type: 'string' }], multikey: true },
    ),
  ])
})
afterAll(() => test.stop())
beforeEach(() => things().where({}).remove())

const refusal = (text: string) => ({ errCode: -502001, errMsg: expect.stringContaining(text) })

describe('documents a query returns', () => {
  beforeAll(() => test.cloud.store.createCollection('many'))
  beforeAll(() => {
    test.cloud.store.import(
      'many',
      Array.from({ length: LIMIT.maxQueryLimit + 5 }, (_, i) => ({ _id: `n${i}` })),
    )
  })
  const many = () => test.db.collection('many')

  it('100 when no limit is named', async () => {
    expect((await many().get()).data).toHaveLength(LIMIT.defaultQueryLimit)
    expect((await many().limit(0).get()).data).toHaveLength(LIMIT.defaultQueryLimit)
  })

  it('1000 at most: the SDK sends no more, the cloud takes no more', async () => {
    expect((await many().limit(5000).get()).data).toHaveLength(LIMIT.maxQueryLimit)
    const body = { action: 'database.getDocument', collectionName: 'many', queryType: 'WHERE' }
    expect(await test.send({ ...body, limit: LIMIT.maxQueryLimit + 1 })).toMatchObject({
      code: 'INVALID_PARAM',
    })
  })
})

describe('one document', () => {
  it('16 MiB at most, also when an update makes it grow', async () => {
    const half = 'x'.repeat(LIMIT.maxDocumentBytes / 2)
    await things()
      .doc('big')
      .set({ data: { a: half } })
    expect(
      await failure(
        things()
          .doc('big')
          .update({ data: { b: half } }),
      ),
    ).toMatchObject(refusal('larger than'))
    expect((await things().doc('big').field({ b: true }).get()).data).toEqual({ _id: 'big' })
  })

  it('100 levels at most', async () => {
    const nested = (levels: number) => {
      let value: object = { end: 1 }
      for (let i = 1; i < levels; i++) value = { v: value }
      return value
    }
    await things().add({ data: nested(LIMIT.maxDocumentDepth) })
    expect(await failure(things().add({ data: nested(LIMIT.maxDocumentDepth + 1) }))).toMatchObject(
      refusal('nested deeper'),
    )
  })

  it('1,500,000 empty places at most in an array', async () => {
    await things()
      .doc('a')
      .set({ data: { l: [1] } })
    const far = LIMIT.maxArrayPadding + 2
    expect(
      await failure(
        things()
          .doc('a')
          .update({ data: { [`l.${far}`]: 1 } }),
      ),
    ).toMatchObject(refusal('too far'))
  })
})

describe('one index key', () => {
  it('1024 bytes at most, counted in UTF-8', async () => {
    await things().add({ data: { text: '民'.repeat(341) } })
    expect(await failure(things().add({ data: { text: '民'.repeat(342) } }))).toMatchObject(
      refusal('key too large'),
    )
  })

  it('counts all fields of the index together', async () => {
    const data = { left: 'x'.repeat(600), right: 'x'.repeat(600) }
    expect(await failure(things().add({ data }))).toMatchObject(refusal('by_pair of things: key too large'))
  })

  it('counts each element of an array by itself', async () => {
    await things().add({ data: { tags: ['x'.repeat(1000), 'y'.repeat(1000)] } })
    expect(await failure(things().add({ data: { tags: ['x'.repeat(1025)] } }))).toMatchObject(
      refusal('key too large'),
    )
  })

  it('holds for _id too', async () => {
    const error = await failure(things().add({ data: { _id: 'x'.repeat(LIMIT.maxIndexKeyBytes + 1) } }))
    expect(error).toMatchObject({ errCode: -502001 })
  })
})

describe('collections and indexes', () => {
  const index = (n: number) => ({ name: `i${n}`, fields: [{ path: `f${n}`, type: 'string' as const }] })
  const many = <T>(n: number, make: (i: number) => T) => Array.from({ length: n }, (_, i) => make(i))
  const declare = (collections: CollectionSpec[]) => () => parseCollections({ collections })

  it('100 collections at most, declared or made at run time', async () => {
    const names = many(LIMIT.maxCollections, (i) => collection(`c${i}`))
    expect(declare(names)).not.toThrow()
    expect(declare([...names, collection('more')])).toThrow('collections')
    const full = await startTestCloud(names.slice(1))
    await full.db.createCollection('last')
    expect(await failure(full.db.createCollection('more'))).toMatchObject({
      code: 'DATABASE_COLLECTION_EXCEED_LIMIT',
    })
    await full.stop()
  })

  it('20 indexes a collection at most', () => {
    expect(declare([collection('c', ...many(LIMIT.maxIndexesPerCollection, index))])).not.toThrow()
    expect(declare([collection('c', ...many(LIMIT.maxIndexesPerCollection + 1, index))])).toThrow(
      'collections.0.indexes',
    )
  })

  it('31 fields an index at most', () => {
    const fields = (n: number) => many(n, (i) => ({ path: `f${i}`, type: 'string' as const }))
    const wide = (n: number) => declare([collection('c', { name: 'wide', fields: fields(n) })])
    expect(wide(LIMIT.maxFieldsPerIndex)).not.toThrow()
    expect(wide(LIMIT.maxFieldsPerIndex + 1)).toThrow('fields')
  })
})

describe('one transaction', () => {
  it('30 seconds at most', async () => {
    const transaction = await test.db.startTransaction()
    await transaction.collection('things').add({ data: { _id: 't' } })
    test.clock.advance(LIMIT.transactionMs + 1)
    expect(await failure(transaction.commit())).toMatchObject({
      message: expect.stringContaining('TransactionNotExist'),
    })
    expect(await things().count()).toMatchObject({ total: 0 })
  })
})
