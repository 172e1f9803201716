import { collection, failure, startTestCloud, type TestCloud } from './harness'

let test: TestCloud
const items = () => test.db.collection('items')
const command = () => test.db.command

beforeAll(async () => {
  test = await startTestCloud([collection('items')])
})
afterAll(() => test.stop())

/** The document after an update, without its id. */
async function after(before: object, data: object): Promise<object> {
  await items().doc('a').set({ data: before })
  await items().doc('a').update({ data })
  const { _id, ...rest } = (await items().doc('a').get()).data
  return rest
}

/** The error an update meets, after checking that nothing was changed by it. */
async function refused(before: object, data: object) {
  await items().doc('a').set({ data: before })
  const error = await failure(items().doc('a').update({ data }))
  expect((await items().doc('a').get()).data).toEqual({ _id: 'a', ...before })
  return error
}

describe('fields', () => {
  it('plain values and _.set', async () => {
    expect(await after({ a: 1, o: { x: 1, y: 2 } }, { a: 'b', o: command().set({ z: 3 }) })).toEqual({
      a: 'b',
      o: { z: 3 },
    })
  })

  it('nested objects are merged, dotted paths reach inside', async () => {
    expect(await after({ o: { x: 1 } }, { o: { y: { z: 2 } }, 'p.q': 3 })).toEqual({
      o: { x: 1, y: { z: 2 } },
      p: { q: 3 },
    })
  })

  it('a position of an array', async () => {
    expect(await after({ l: [1, 2] }, { 'l.1': 9 })).toEqual({ l: [1, 9] })
    expect(await after({ l: [1] }, { 'l.3': 9 })).toEqual({ l: [1, null, null, 9] })
    expect(await after({ l: [{ v: 1 }] }, { 'l.0.v': 2 })).toEqual({ l: [{ v: 2 }] })
  })

  it('_.set keeps {} and null', async () => {
    expect(await after({ a: 1 }, { a: command().set({}), b: null })).toEqual({ a: {}, b: null })
  })

  it('_.remove', async () => {
    expect(
      await after({ a: 1, o: { x: 1, y: 2 } }, { a: command().remove(), 'o.x': command().remove() }),
    ).toEqual({
      o: { y: 2 },
    })
  })

  it('_.inc and _.mul, also of an absent field', async () => {
    expect(
      await after(
        { n: 2, m: 3 },
        { n: command().inc(1.5), m: command().mul(2), x: command().inc(4), y: command().mul(5) },
      ),
    ).toEqual({ n: 3.5, m: 6, x: 4, y: 0 })
  })

  it('_.min and _.max', async () => {
    const _ = command()
    expect(await after({ a: 5, b: 5 }, { a: _.min(3), b: _.max(3), c: _.max(1) })).toEqual({
      a: 3,
      b: 5,
      c: 1,
    })
  })

  it('_.rename', async () => {
    const _ = command()
    expect(await after({ a: 1, o: { x: 2 } }, { a: _.rename('b'), 'o.x': _.rename('o.y') })).toEqual({
      b: 1,
      o: { y: 2 },
    })
  })

  it('_.bit', async () => {
    const _ = command()
    expect(await after({ a: 6 }, { a: _.bit({ and: 3 }) })).toEqual({ a: 2 })
  })
})

describe('arrays', () => {
  it('_.push one, several, and to an absent field', async () => {
    expect(await after({ l: [1] }, { l: command().push(2), m: command().push([3, 4]) })).toEqual({
      l: [1, 2],
      m: [3, 4],
    })
  })

  it('_.push with position, sort and slice', async () => {
    const push = command().push
    expect(await after({ l: [1, 2] }, { l: push({ each: [9], position: 1 }) })).toEqual({ l: [1, 9, 2] })
    expect(await after({ l: [3, 1] }, { l: push({ each: [2], sort: 1, slice: -2 }) })).toEqual({ l: [2, 3] })
  })

  it('_.push with sort and slice on an absent field', async () => {
    const push = command().push
    expect(await after({ n: 1 }, { l: push({ each: [3, 1, 2], sort: -1, slice: 2 }) })).toEqual({
      n: 1,
      l: [3, 2],
    })
  })

  it('_.push sorts by several fields', async () => {
    const push = command().push
    const each = [
      { a: 1, b: 1 },
      { a: 2, b: 1 },
      { a: 1, b: 2 },
    ]
    expect(await after({ l: [] }, { l: push({ each, sort: { a: 1, b: -1 } }) })).toEqual({
      l: [each[2], each[0], each[1]],
    })
  })

  it('_.unshift, _.shift, _.pop', async () => {
    expect(
      await after(
        { a: [1], b: [1, 2], c: [1, 2] },
        { a: command().unshift([8, 9]), b: command().shift(), c: command().pop() },
      ),
    ).toEqual({ a: [8, 9, 1], b: [2], c: [1] })
  })

  it('_.pull by value and by condition on objects, leaving bare values alone', async () => {
    const _ = command()
    expect(await after({ l: [1, 2, 1] }, { l: _.pull(1) })).toEqual({ l: [2] })
    expect(await after({ l: [1, { v: 1, w: 1 }, { v: 2 }] }, { l: _.pull({ v: 1 }) })).toEqual({
      l: [1, { v: 2 }],
    })
  })

  it('_.pullAll', async () => {
    const _ = command()
    expect(await after({ l: [1, 2, 3, 2] }, { l: _.pullAll([2, 3]) })).toEqual({ l: [1] })
  })

  it('_.addToSet one and several', async () => {
    const _ = command()
    expect(await after({ l: ['a'] }, { l: _.addToSet('a'), m: _.addToSet('b') })).toEqual({
      l: ['a'],
      m: ['b'],
    })
    expect(await after({ l: ['a'] }, { l: _.addToSet({ $each: ['a', 'b', 'b'] }) })).toEqual({
      l: ['a', 'b'],
    })
  })

  it('_.addToSet still adds next to elements that are already repeated', async () => {
    const _ = command()
    expect(await after({ l: [1, 1] }, { l: _.addToSet(2) })).toEqual({ l: [1, 1, 2] })
  })

  it('an array that stays as it was counts as not updated', async () => {
    const _ = command()
    await items()
      .doc('a')
      .set({ data: { l: [1, 2] } })
    for (const change of [_.addToSet(1), _.pull(9), _.pullAll([9]), _.push({ each: [] })]) {
      expect(
        (
          await items()
            .doc('a')
            .update({ data: { l: change } })
        ).stats,
      ).toEqual({ updated: 0 })
    }
  })
})

describe('types the cloud refuses and mingo would silently pass over', () => {
  it.each([
    ['through null', { o: null }, { 'o.x': 1 }],
    ['through a text', { o: 'text' }, { 'o.x': 1 }],
    ['through a date', { o: new Date(0) }, { 'o.x': 1 }],
    ['through an array by name', { o: [{}] }, { 'o.x': 1 }],
  ])('a path %s', async (_name, before, data) => {
    expect(await refused(before, data)).toMatchObject({
      errCode: -502001,
      errMsg: expect.stringContaining('Cannot create'),
    })
  })

  it('a rename to a path through null', async () => {
    expect(await refused({ a: 1, o: null }, { a: command().rename('o.x') })).toMatchObject({
      errCode: -502001,
    })
  })

  it('an increment below null', async () => {
    expect(await refused({ o: null }, { 'o.x': command().inc(1) })).toMatchObject({ errCode: -502001 })
  })

  it.each([['text'], [null], [[1]], [{ x: 1 }], [true]])('_.inc and _.mul of %j', async (value) => {
    expect(await refused({ n: value }, { n: command().inc(1) })).toMatchObject({ errCode: -502001 })
    expect(await refused({ n: value }, { n: command().mul(2) })).toMatchObject({ errCode: -502001 })
  })

  it.each([['text'], [null], [5], [{ x: 1 }]])('_.push, _.addToSet, _.pull, _.pop of %j', async (value) => {
    const _ = command()
    for (const change of [_.push(1), _.addToSet(1), _.pull(1), _.pullAll([1]), _.pop(), _.unshift(1)]) {
      expect(await refused({ l: value }, { l: change })).toMatchObject({ errCode: -502001 })
    }
  })

  it('_.inc by a text', async () => {
    expect(await refused({ n: 1 }, { n: command().inc('1') })).toMatchObject({ errCode: -502001 })
  })
})

describe('what may not be written', () => {
  const update = (data: object) =>
    test.send({
      action: 'database.modifyDocument',
      collectionName: 'items',
      query: '{"_id":"a"}',
      queryType: 'DOC',
      multi: false,
      merge: true,
      upsert: false,
      data: JSON.stringify(data),
    })

  beforeEach(() =>
    items()
      .doc('a')
      .set({ data: { l: [1] } }),
  )

  it.each([
    { $set: { _id: 'b' } },
    { $set: { 'a.$b': 1 } },
    { $set: { $b: 1 } },
    { $set: { 'l.$': 1 } },
    { $set: { 'l.$[]': 1 } },
    { $set: { a: { $b: 1 } } },
    { $set: { a: { 'b.c': 1 } } },
    { $set: { 'a..b': 1 } },
    { $rename: { l: '_id' } },
    { $rename: { l: 'a.$b' } },
    { $push: { l: { $each: [{ $x: 1 }] } } },
    { $push: { l: { $each: 1 } } },
    { $push: { l: { $each: [], $slice: 'x' } } },
    { $addToSet: { l: { $x: 1 } } },
    { $set: { a: 1 }, $inc: { a: 1 } },
    { $set: { l: [] }, $push: { l: 2 } },
    { $set: { 'a.b': 1 }, $unset: { a: '' } },
    { $set: { o: 1 }, $push: { 'o.l': 1 } },
    { plain: 1 },
    { $set: 1 },
  ])('%j', async (data) => {
    expect(await update(data)).toMatchObject({
      code: expect.stringMatching(/^DATABASE_(REQUEST_FAILED|INVALID)/),
    })
    expect((await items().doc('a').get()).data).toEqual({ _id: 'a', l: [1] })
  })

  it.each([{ $currentDate: { a: true } }, { $setOnInsert: { a: 1 } }])(
    'unknown operator %j',
    async (data) => {
      expect(await update(data)).toMatchObject({ code: 'DATABASE_INVALID_OPERRATOR' })
    },
  )

  it.each(['{"$set":{"__proto__":1}}', '{"$set":{"a.__proto__.b":1}}', '{"$set":{"a":{"constructor":1}}}'])(
    'a way to a prototype %s',
    async (data) => {
      const answer = await test.send({
        ...{
          action: 'database.modifyDocument',
          collectionName: 'items',
          query: '{"_id":"a"}',
          queryType: 'DOC',
        },
        ...{ multi: false, merge: true, upsert: false, data },
      })
      expect(answer).toMatchObject({ code: 'INVALID_PARAM' })
    },
  )

  it('an array opened wide by a far position', async () => {
    expect(await refused({ l: [1] }, { 'l.999999999': 1 })).toMatchObject({ errCode: -502001 })
  })
})
