import { collection, failure, startTestCloud, type TestCloud } from './harness'

let test: TestCloud
const notes = () => test.db.collection('notes')

beforeAll(async () => {
  test = await startTestCloud([collection('notes')])
})
afterAll(() => test.stop())
beforeEach(async () => {
  await notes().where({}).remove()
  test.wire.length = 0
})

describe('database.addCollection', () => {
  it('creates a collection that can be used at once', async () => {
    expect(await test.db.createCollection('made')).toMatchObject({ errMsg: 'createCollection:ok' })
    expect(test.wire[0]).toMatchObject({ action: 'database.addCollection', collectionName: 'made' })
    await test.db.collection('made').add({ data: { a: 1 } })
    expect(await test.db.collection('made').count()).toMatchObject({ total: 1 })
  })

  it('says "Table exist" the second time', async () => {
    await test.db.createCollection('twice')
    expect((await failure(test.db.createCollection('twice'))).message).toContain('Table exist')
  })

  it('refuses a name that is no collection name', async () => {
    expect(await failure(test.db.createCollection('no/slash'))).toMatchObject({ code: 'INVALID_PARAM' })
  })
})

describe('database.insertDocument', () => {
  it('adds a document under its own id', async () => {
    expect(await notes().add({ data: { _id: 'a', n: 1 } })).toMatchObject({ _id: 'a' })
    expect((await notes().doc('a').get()).data).toEqual({ _id: 'a', n: 1 })
  })

  it('makes an id of 32 hex digits', async () => {
    expect((await notes().add({ data: { n: 1 } }))._id).toMatch(/^[0-9a-f]{32}$/)
  })

  it('adds several at once, in order', async () => {
    const result = await notes().add({ data: [{ _id: 'x' }, { _id: 'y' }] })
    expect(result).toMatchObject({ _ids: ['x', 'y'] })
  })

  it('adds all of several or none', async () => {
    await notes().add({ data: { _id: 'b' } })
    await failure(notes().add({ data: [{ _id: 'a' }, { _id: 'b' }] }))
    expect(await notes().count()).toMatchObject({ total: 1 })
  })

  it('leaves out undefined and keeps null', async () => {
    await notes().add({ data: { _id: 'a', nothing: undefined, empty: null } })
    expect((await notes().doc('a').get()).data).toEqual({ _id: 'a', empty: null })
  })

  it('refuses an _id that is no text', async () => {
    expect(await failure(notes().add({ data: { _id: 7 } }))).toMatchObject({ errCode: -502001 })
  })

  it.each([{ $set: 1 }, { a: { $gt: '' } }, { 'a.b': 1 }, { a: [{ $inc: 1 }] }])(
    'refuses keys with $ or . in %j',
    async (data) => {
      expect(await failure(notes().add({ data }))).toMatchObject({ errCode: -502001 })
      expect(await notes().count()).toMatchObject({ total: 0 })
    },
  )

  it.each(['__proto__', 'constructor', 'prototype'])('refuses the key %s', async (key) => {
    const data = [`{"_id":"a","o":{"${key}":{"x":1}}}`]
    const answer = await test.send({ action: 'database.insertDocument', collectionName: 'notes', data })
    expect(answer).toMatchObject({ code: 'INVALID_PARAM' })
    expect(await notes().count()).toMatchObject({ total: 0 })
  })
})

describe('database.getDocument', () => {
  it('throws the SDK\'s "does not exist" for a missing document', async () => {
    const error = await failure(notes().doc('nope').get())
    expect(error).toMatchObject({ errCode: -1 })
    expect(error.errMsg).toContain('document with _id nope does not exist')
  })

  it('gives null with throwOnNotFound: false', async () => {
    const db = test.database({ throwOnNotFound: false })
    expect((await db.collection('notes').doc('nope').get()).data).toBeNull()
  })

  it('finds nothing under a numeric id', async () => {
    await notes().add({ data: { _id: '1' } })
    await failure(notes().doc(1).get())
    expect(test.wire.at(-1)).toMatchObject({ query: '{"_id":{"$numberInt":"1"}}' })
  })

  it('pages with orderBy, skip and limit', async () => {
    await notes().add({ data: [3, 1, 2, 5, 4].map((n) => ({ _id: `n${n}`, n })) })
    const page = await notes().orderBy('n', 'desc').skip(1).limit(2).get()
    expect(page.data.map((item) => item.n)).toEqual([4, 3])
    expect(test.wire.at(-1)).toMatchObject({ offset: 1, limit: 2, order: '{"n":{"$numberInt":"-1"}}' })
  })

  it('sorts by several fields, absent and null before everything', async () => {
    await notes().add({
      data: [
        { _id: 'a', k: 2, n: 1 },
        { _id: 'b', k: 1, n: null },
        { _id: 'c', k: 1 },
        { _id: 'd', k: 1, n: 0 },
        { _id: 'e', n: 9 },
      ],
    })
    const ids = async (...order: ['n' | 'k', 'asc' | 'desc'][]) => {
      const query = order.reduce((q, [field, way]) => q.orderBy(field, way), notes().where({}))
      return (await query.get()).data.map((item) => item._id).join('')
    }
    expect(await ids(['k', 'asc'], ['n', 'asc'])).toBe('ebcda')
    expect(await ids(['k', 'desc'], ['n', 'desc'])).toBe('adbce')
  })
})

describe('database.calculateDocument', () => {
  it('counts all or what matches', async () => {
    await notes().add({ data: [{ n: 1 }, { n: 1 }, { n: 2 }] })
    expect(await notes().count()).toMatchObject({ total: 3 })
    expect(await notes().where({ n: 1 }).count()).toMatchObject({ total: 2 })
  })
})

describe('database.modifyDocument', () => {
  beforeEach(() =>
    notes().add({
      data: [
        { _id: 'a', g: 1, n: 1 },
        { _id: 'b', g: 1, n: 2 },
      ],
    }),
  )

  it('doc().update changes one', async () => {
    expect(
      (
        await notes()
          .doc('a')
          .update({ data: { n: 5 } })
      ).stats,
    ).toEqual({ updated: 1 })
    expect((await notes().doc('a').get()).data).toMatchObject({ n: 5 })
  })

  it('counts a document that stays as it was as not updated', async () => {
    expect(
      (
        await notes()
          .doc('a')
          .update({ data: { n: 1 } })
      ).stats,
    ).toEqual({ updated: 0 })
  })

  it('updates nothing when the document is missing', async () => {
    expect(
      (
        await notes()
          .doc('nope')
          .update({ data: { n: 1 } })
      ).stats,
    ).toEqual({ updated: 0 })
    expect(await notes().count()).toMatchObject({ total: 2 })
  })

  it('where().update changes every match', async () => {
    expect(
      (
        await notes()
          .where({ g: 1 })
          .update({ data: { n: 9 } })
      ).stats,
    ).toEqual({ updated: 2 })
  })

  it('where().update with multi: false changes one', async () => {
    const result = await notes()
      .where({ g: 1 })
      .update({ data: { n: 9 }, multi: false })
    expect(result.stats).toEqual({ updated: 1 })
    expect(test.wire.at(-1)).toMatchObject({ queryType: 'WHERE', multi: false })
  })

  it('a conditional write hits once and then misses', async () => {
    const claim = () =>
      notes()
        .where({ _id: 'a', n: 1 })
        .update({ data: { n: test.db.command.inc(1) }, multi: false })
    expect((await claim()).stats).toEqual({ updated: 1 })
    expect((await claim()).stats).toEqual({ updated: 0 })
  })

  it('where().update changes all or none', async () => {
    await notes()
      .doc('b')
      .update({ data: { n: 'text' } })
    await failure(
      notes()
        .where({ g: 1 })
        .update({ data: { n: test.db.command.inc(1) } }),
    )
    expect((await notes().doc('a').get()).data).toMatchObject({ n: 1 })
  })

  it('set() replaces the whole document', async () => {
    expect(
      (
        await notes()
          .doc('a')
          .set({ data: { k: 1 } })
      ).stats,
    ).toEqual({ updated: 1, created: 0 })
    expect((await notes().doc('a').get()).data).toEqual({ _id: 'a', k: 1 })
  })

  it('set() adds a missing document', async () => {
    const result = await notes()
      .doc('new')
      .set({ data: { k: 1 } })
    expect(result).toMatchObject({ _id: 'new', stats: { updated: 0, created: 1 } })
    expect((await notes().doc('new').get()).data).toEqual({ _id: 'new', k: 1 })
  })

  it('set() with the same content counts as not updated', async () => {
    await notes()
      .doc('a')
      .set({ data: { k: 1 } })
    expect(
      (
        await notes()
          .doc('a')
          .set({ data: { k: 1 } })
      ).stats,
    ).toEqual({ updated: 0, created: 0 })
  })

  it('refuses set() under an id that is no text', async () => {
    expect(
      await failure(
        notes()
          .doc(3)
          .set({ data: { k: 1 } }),
      ),
    ).toMatchObject({ errCode: -501007 })
  })

  it('refuses an update without any operator, which the SDK sends for {o: {}}', async () => {
    const error = await failure(
      notes()
        .doc('a')
        .update({ data: { o: {} } }),
    )
    expect(test.wire.at(-1)).toMatchObject({ data: '{}' })
    expect(error).toMatchObject({ errCode: -502001 })
  })
})

describe('database.removeDocument', () => {
  beforeEach(() => notes().add({ data: [{ _id: 'a', g: 1 }, { _id: 'b', g: 1 }, { _id: 'c' }] }))

  it('doc().remove removes one, and none the second time', async () => {
    expect((await notes().doc('a').remove()).stats).toEqual({ removed: 1 })
    expect((await notes().doc('a').remove()).stats).toEqual({ removed: 0 })
  })

  it('where().remove removes every match and nothing else', async () => {
    expect((await notes().where({ g: 1 }).remove()).stats).toEqual({ removed: 2 })
    expect((await notes().get()).data).toEqual([{ _id: 'c' }])
  })
})
