import { cloudError } from '../../../localcloud/protocol/errors'
import { collection, failure, results, startTestCloud, type TestCloud } from './harness'

let test: TestCloud
const things = () => test.db.collection('things')

beforeAll(async () => {
  test = await startTestCloud([
    collection('things', { name: 'by_no', fields: [{ path: 'no', type: 'string' }], unique: true }),
  ])
})
afterAll(() => test.stop())
beforeEach(async () => {
  test.fail()
  await things().where({}).remove()
  await things().add({ data: { _id: 'a', no: '1', n: 1 } })
})

describe('codes become errCodes on documents and collections', () => {
  it.each([
    ['SYS_ERR', -501001],
    ['SERVER_TIMEOUT', -501002],
    ['EXCEED_REQUEST_LIMIT', -501003],
    ['EXCEED_CONCURRENT_REQUEST_LIMIT', -501004],
    ['INVALIID_ENV', -501005],
    ['INVALID_COMMON_PARAM', -501006],
    ['INVALID_PARAM', -501007],
    ['INVALID_REQUEST_SOURCE', -501008],
    ['RESOURCE_NOT_INITIAL', -501009],
    ['DATABASE_REQUEST_FAILED', -502001],
    ['DATABASE_INVALID_OPERRATOR', -502002],
    ['DATABASE_PERMISSION_DENIED', -502003],
    ['DATABASE_COLLECTION_EXCEED_LIMIT', -502004],
    ['DATABASE_COLLECTION_NOT_EXIST', -502005],
    ['SOMETHING_ELSE', -501001],
  ])('%s is %i', async (code, errCode) => {
    test.fail(() => cloudError(code, 'injected'))
    const error = await failure(things().get())
    expect(error).toMatchObject({ errCode, errMsg: expect.stringContaining('injected') })
  })

  it('but not on aggregations and createCollection, which keep the code as text', async () => {
    test.fail(() => cloudError('DATABASE_REQUEST_FAILED', 'injected'))
    for (const call of [results(things().aggregate().limit(1)), test.db.createCollection('x')]) {
      expect(await failure(call)).toMatchObject({ errCode: -1, code: 'DATABASE_REQUEST_FAILED' })
    }
  })
})

describe('texts of the cloud', () => {
  it('a missing collection, for every action', async () => {
    const missing = test.db.collection('missing')
    const message =
      '[ResourceNotFound] Db or Table not exist: missing. Please check your request, but if the problem persists, contact us.'
    const calls = [
      () => missing.get(),
      () => missing.where({}).count(),
      () => missing.add({ data: { a: 1 } }),
      () => missing.doc('a').set({ data: { a: 1 } }),
      () => missing.where({ a: 1 }).update({ data: { a: 1 } }),
      () => missing.where({}).remove(),
    ]
    for (const call of calls) {
      expect(await failure(call())).toMatchObject({
        errCode: -502005,
        errMsg: expect.stringContaining(message),
      })
    }
    expect(await failure(results(missing.aggregate().limit(1)))).toMatchObject({
      code: 'DATABASE_COLLECTION_NOT_EXIST',
    })
  })

  it('a taken _id', async () => {
    const error = await failure(things().add({ data: { _id: 'a' } }))
    expect(error.errCode).toBe(-502001)
    expect(error.errMsg).toMatch(
      /\[FailedOperation\.Insert\] multiple write errors: \[\{write errors: \[\{E11000 duplicate key error collection: \S+\.things index: _id_ dup key: \{ : "a" \}\}\]\}, \{<nil>\}\]/,
    )
  })

  it('a broken unique index, by add, set and update', async () => {
    await things().add({ data: { _id: 'b', no: '2' } })
    for (const call of [
      () => things().add({ data: { no: '1' } }),
      () =>
        things()
          .doc('c')
          .set({ data: { no: '1' } }),
      () =>
        things()
          .doc('b')
          .update({ data: { no: '1' } }),
    ]) {
      const error = await failure(call())
      expect(error).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('E11000') })
      expect(error.errMsg).toContain('index: by_no')
    }
    expect((await things().doc('b').get()).data).toMatchObject({ no: '2' })
  })
})

describe('bodies the SDK would not send', () => {
  it.each([
    { action: 'database.modifyAndReturnDoc', collectionName: 'things' },
    { action: 'database.dropCollection', collectionName: 'things' },
    { action: 'database.getDocument' },
    { action: 'database.getDocument', collectionName: ['things'] },
    { action: 'database.getDocument', collectionName: 'things', query: { n: 1 } },
    { action: 'database.getDocument', collectionName: 'things', offset: -1 },
    { action: 'database.getDocument', collectionName: 'things', limit: 1.5 },
    { action: 'database.getDocument', collectionName: 'things', order: '{"n":2}' },
    { action: 'database.getDocument', collectionName: 'things', order: '[]' },
    { action: 'database.insertDocument', collectionName: 'things', data: [] },
    { action: 'database.insertDocument', collectionName: 'things', data: ['[]'] },
    { action: 'database.insertDocument', collectionName: 'things', data: '{}' },
    {
      action: 'database.modifyDocument',
      collectionName: 'things',
      query: '{}',
      data: '{"$set":{"n":1}}',
      merge: 'yes',
    },
    {
      action: 'database.modifyDocument',
      collectionName: 'things',
      query: '{}',
      data: '{"n":1}',
      merge: false,
    },
    {
      action: 'database.modifyDocument',
      collectionName: 'things',
      query: '{}',
      data: '{"$set":{}}',
      merge: true,
      upsert: true,
    },
    { action: 'database.aggregateDocuments', collectionName: 'things', stages: 'x' },
    { action: 'database.aggregateDocuments', collectionName: 'things', stages: [1] },
    { action: 'database.aggregateDocuments', collectionName: 'things', stages: [{ stageKey: '$limit' }] },
    { action: 'database.addCollection', collectionName: '' },
  ])('%j', async (body) => {
    expect(await test.send(body)).toEqual({
      code: 'INVALID_PARAM',
      message: expect.any(String),
      requestId: expect.any(String),
    })
    expect([...test.cloud.store.dump('things')]).toEqual([{ _id: 'a', no: '1', n: 1 }])
  })
})

describe('faults put in by a test', () => {
  it('an error instead of the change', async () => {
    test.fail(() => cloudError('SERVER_TIMEOUT', 'slow'))
    expect(
      await failure(
        things()
          .doc('a')
          .update({ data: { n: 2 } }),
      ),
    ).toMatchObject({ errCode: -501002 })
    test.fail()
    expect((await things().doc('a').get()).data).toMatchObject({ n: 1 })
  })

  it('the change done, its answer lost', async () => {
    test.fail((body) => (body.action === 'database.modifyDocument' ? 'drop-reply' : undefined))
    expect(
      await failure(
        things()
          .doc('a')
          .update({ data: { n: 2 } }),
      ),
    ).toMatchObject({ errCode: -501001 })
    expect((await things().doc('a').get()).data).toMatchObject({ n: 2 })
  })
})
