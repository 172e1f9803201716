import { collection, failure, startTestCloud, type TestCloud } from './harness'

let test: TestCloud

beforeAll(async () => {
  test = await startTestCloud([collection('items')])
  await test.db
    .collection('items')
    .add({ data: { _id: 'a', n: 1, o: { x: 1, y: 2 }, l: [1, 2, 3], e: [{ v: 1 }, { v: 2, w: 1 }] } })
})
afterAll(() => test.stop())

async function shown(projection: object): Promise<object> {
  return (await test.db.collection('items').where({ _id: 'a' }).field(projection).get()).data[0]
}

it('includes the named fields and _id', async () => {
  expect(await shown({ n: true })).toEqual({ _id: 'a', n: 1 })
  expect(test.wire.at(-1)).toMatchObject({ projection: '{"n":{"$numberInt":"1"}}' })
})

it('leaves out _id when told', async () => {
  expect(await shown({ n: true, _id: false })).toEqual({ n: 1 })
})

it('excludes the named fields', async () => {
  expect(await shown({ l: false, e: false, o: false })).toEqual({ _id: 'a', n: 1 })
})

it('reaches into objects and arrays', async () => {
  expect(await shown({ 'o.x': true, 'e.v': true })).toEqual({
    _id: 'a',
    o: { x: 1 },
    e: [{ v: 1 }, { v: 2 }],
  })
  expect(await shown({ l: 0, n: 0, 'o.x': 0, 'e.v': 0 })).toEqual({
    _id: 'a',
    o: { y: 2 },
    e: [{}, { w: 1 }],
  })
})

it('shows _id alone', async () => {
  expect(await shown({ _id: true })).toEqual({ _id: 'a' })
})

it('a slice by itself shortens one array and keeps every other field', async () => {
  const { slice } = test.db.command.project
  expect(await shown({ l: slice(2), o: false, e: false })).toEqual({ _id: 'a', n: 1, l: [1, 2] })
  expect(await shown({ l: slice(-1) })).toMatchObject({ n: 1, o: { x: 1 }, l: [3] })
})

it('a slice beside an included field shows only those', async () => {
  const { slice } = test.db.command.project
  expect(await shown({ n: true, l: slice([1, 1]) })).toEqual({ _id: 'a', n: 1, l: [2] })
  expect(await shown({ n: true, l: slice([-2, 1]) })).toEqual({ _id: 'a', n: 1, l: [2] })
})

it('elemMatch shows the first element that matches', async () => {
  const { elemMatch } = test.db.command.project
  expect(await shown({ e: elemMatch({ v: 2 }) })).toEqual({ _id: 'a', e: [{ v: 2, w: 1 }] })
  expect(await shown({ e: elemMatch({ v: 9 }) })).toEqual({ _id: 'a' })
  expect(await shown({ n: true, e: elemMatch({ v: 1 }), _id: false })).toEqual({ n: 1, e: [{ v: 1 }] })
})

it('doc().field() works alike', async () => {
  expect((await test.db.collection('items').doc('a').field({ n: true }).get()).data).toEqual({
    _id: 'a',
    n: 1,
  })
})

it('refuses to include and exclude at once', async () => {
  expect(await failure(shown({ n: true, l: false }))).toMatchObject({ errCode: -502001 })
})

it.each(['{"n":"$l"}', '{"n":{"$add":[1,2]}}', '{"l":{"$slice":"x"}}', '{"$n":1}', '{"n":2}'])(
  'refuses %s',
  async (projection) => {
    const body = { action: 'database.getDocument', collectionName: 'items', queryType: 'WHERE', projection }
    expect(await test.send(body)).toMatchObject({ code: 'INVALID_PARAM' })
  },
)
