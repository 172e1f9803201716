import type { IndexSpec } from '../../../localcloud/store'
import { collection, failure, startTestCloud, type TestCloud } from './harness'

let test: TestCloud
const day = new Date('2026-11-20T00:00:00Z')

beforeAll(async () => {
  // The same documents with and without indexes: the planner's SQL and the engine must give one answer.
  const indexes: IndexSpec[] = [
    { name: 'by_kind', fields: [{ path: 'kind', type: 'string' }] },
    { name: 'by_n', fields: [{ path: 'n', type: 'number' }] },
    { name: 'by_at', fields: [{ path: 'at', type: 'date' }] },
    { name: 'by_open', fields: [{ path: 'open', type: 'boolean' }] },
    { name: 'by_place', fields: [{ path: 'place.village', type: 'string' }] },
    { name: 'by_tag', fields: [{ path: 'tags', type: 'string' }], multikey: true },
  ]
  test = await startTestCloud([collection('plain'), collection('indexed', ...indexes)])
  const documents = [
    { _id: 'a', kind: 'x', n: 1, at: day, open: true, place: { village: 'v1' }, tags: ['p', 'q'], l: [1, 5] },
    {
      _id: 'b',
      kind: 'y',
      n: 2.5,
      at: new Date(+day + 1),
      open: false,
      place: { village: 'v2' },
      tags: ['p'],
    },
    {
      _id: 'c',
      kind: 'x',
      n: 7,
      open: true,
      place: {},
      tags: [],
      l: [
        { v: 1, w: 1 },
        { v: 2, w: 2 },
      ],
    },
    { _id: 'd', kind: null, n: null, at: null, tags: null, l: 5, name: '民声' },
    { _id: 'e' },
  ]
  await test.db.collection('plain').add({ data: documents })
  await test.db.collection('indexed').add({ data: documents })
})
afterAll(() => test.stop())

/** Ids that match, the same from both collections. */
async function ids(query: object): Promise<string> {
  const find = async (name: string) => {
    const result = await test.db.collection(name).where(query).get()
    const found = result.data.map((item) => item._id).sort()
    expect(await test.db.collection(name).where(query).count()).toMatchObject({ total: found.length })
    return found.join('')
  }
  const plain = await find('plain')
  expect(await find('indexed')).toBe(plain)
  return plain
}

describe('comparison', () => {
  it('equality, also with a date, a boolean and a nested field', async () => {
    expect(await ids({ kind: 'x' })).toBe('ac')
    expect(await ids({ at: day })).toBe('a')
    expect(await ids({ open: false })).toBe('b')
    expect(await ids({ place: { village: 'v2' } })).toBe('b')
    expect(await ids({ 'place.village': 'v1' })).toBe('a')
    expect(await ids({ name: '民声' })).toBe('d')
  })

  it('a value of another type matches nothing', async () => {
    expect(await ids({ n: '1' })).toBe('')
    expect(await ids({ kind: 1 })).toBe('')
    expect(await ids({ at: +day })).toBe('')
    expect(await ids({ _id: 1 })).toBe('')
  })

  it('null matches null and absent', async () => {
    expect(await ids({ kind: null })).toBe('de')
    expect(await ids({ tags: null })).toBe('de')
  })

  it('_.eq and _.neq', async () => {
    const _ = test.db.command
    expect(await ids({ kind: _.eq('x') })).toBe('ac')
    expect(await ids({ kind: _.neq('x') })).toBe('bde')
    expect(await ids({ kind: _.neq(null) })).toBe('abc')
  })

  it('_.gt _.gte _.lt _.lte compare within one type', async () => {
    const _ = test.db.command
    expect(await ids({ n: _.gt(1) })).toBe('bc')
    expect(await ids({ n: _.gte(1) })).toBe('abc')
    expect(await ids({ n: _.lt(2.5) })).toBe('a')
    expect(await ids({ n: _.lte(2.5) })).toBe('ab')
    expect(await ids({ at: _.gt(day) })).toBe('b')
    expect(await ids({ kind: _.gt('x') })).toBe('b')
    expect(await ids({ _id: _.gte('d') })).toBe('de')
    expect(await ids({ n: _.gt('0') })).toBe('')
    expect(await ids({ n: _.gt(-Infinity) })).toBe('abc')
  })

  it('_.in and _.nin', async () => {
    const _ = test.db.command
    expect(await ids({ kind: _.in(['x', 'y']) })).toBe('abc')
    expect(await ids({ kind: _.in(['y', null]) })).toBe('bde')
    expect(await ids({ kind: _.in([]) })).toBe('')
    expect(await ids({ n: _.in([7, 2.5, 'x']) })).toBe('bc')
    expect(await ids({ _id: _.in(['a', 'e', 'zz']) })).toBe('ae')
    expect(await ids({ kind: _.nin(['x', null]) })).toBe('b')
    expect(await ids({ tags: _.in(['q', 'p']) })).toBe('ab')
  })
})

it('numbers too large to be kept exactly are still found', async () => {
  const large = [2 ** 53, 2 ** 60, 1e20, -(2 ** 62)]
  const data = large.map((n, i) => ({ _id: `large${i}`, n }))
  for (const name of ['plain', 'indexed']) {
    const found = test.db.collection(name)
    await found.add({ data })
    for (const n of large) expect(await found.where({ n }).count()).toMatchObject({ total: 1 })
    const { in: oneOf } = test.db.command
    expect(await found.where({ n: oneOf(large) }).count()).toMatchObject({ total: large.length })
    await found.where({ _id: oneOf(data.map((item) => item._id)) }).remove()
  }
})

describe('logic', () => {
  it('.and of two conditions arrives as $and', async () => {
    const _ = test.db.command
    expect(await ids({ n: _.gt(1).and(_.lt(7)) })).toBe('b')
    expect(test.wire.at(-1)!.query).toBe(
      '{"$and":[{"n":{"$gt":{"$numberInt":"1"}}},{"n":{"$lt":{"$numberInt":"7"}}}]}',
    )
    expect(await ids(_.and([{ kind: 'x' }, { open: true }, { n: _.gt(1) }]))).toBe('c')
  })

  it('_.or over fields and over conditions', async () => {
    const _ = test.db.command
    expect(await ids(_.or([{ kind: 'y' }, { n: 1 }]))).toBe('ab')
    expect(await ids({ n: _.or(_.lt(2), _.gt(5)) })).toBe('ac')
    expect(await ids(_.or([{ kind: 'y' }, { l: 5 }]))).toBe('abd')
  })

  it('_.nor and _.not', async () => {
    const _ = test.db.command
    expect(await ids(_.nor([{ kind: 'x' }, { kind: 'y' }]))).toBe('de')
    expect(await ids({ n: _.not(_.gt(1)) })).toBe('ade')
    expect(await ids({ name: _.not(/民/) })).toBe('abce')
  })

  it('_.expr compares fields of one document', async () => {
    const { aggregate: $, expr } = test.db.command
    expect(await ids(expr($.gt(['$n', 2])))).toBe('bc')
  })
})
describe('element and text', () => {
  it('_.exists tells absent from null', async () => {
    const _ = test.db.command
    expect(await ids({ kind: _.exists(true) })).toBe('abcd')
    expect(await ids({ kind: _.exists(false) })).toBe('e')
    expect(await ids({ 'claims.499': _.exists(false) })).toBe('abcde')
  })

  it('_.mod', async () => {
    expect(await ids({ n: test.db.command.mod(3, 1) })).toBe('ac')
  })

  it('regular expressions of both kinds, with options', async () => {
    expect(await ids({ name: /^民/ })).toBe('d')
    expect(await ids({ kind: test.db.RegExp({ regexp: '^X', options: 'i' }) })).toBe('ac')
    expect(await ids({ kind: /^X/ })).toBe('')
  })
})

describe('arrays', () => {
  it('equality matches an element', async () => {
    expect(await ids({ tags: 'p' })).toBe('ab')
    expect(await ids({ l: 5 })).toBe('ad')
    expect(await ids({ 'l.0': 1 })).toBe('a')
  })

  it('equality matches a whole array', async () => {
    expect(await ids({ tags: test.db.command.eq(['p']) })).toBe('b')
  })

  it('_.all, also of a plain value', async () => {
    const _ = test.db.command
    expect(await ids({ tags: _.all(['q', 'p']) })).toBe('a')
    expect(await ids({ l: _.all([5]) })).toBe('ad')
  })

  it('_.elemMatch wants one element to satisfy everything', async () => {
    const _ = test.db.command
    expect(await ids({ l: _.elemMatch({ v: 1, w: 1 }) })).toBe('c')
    expect(await ids({ l: _.elemMatch({ v: 1, w: 2 }) })).toBe('')
    expect(await ids({ l: _.elemMatch(_.gt(4)) })).toBe('a')
  })

  it('_.elemMatch on a field does not match a bare element', async () => {
    expect(await ids({ l: test.db.command.elemMatch({ v: 5 }) })).toBe('')
  })

  it('ranges may be met by different elements', async () => {
    expect(await ids({ l: test.db.command.gt(4).and(test.db.command.lt(2)) })).toBe('a')
  })

  it('_.size', async () => {
    expect(await ids({ tags: test.db.command.size(2) })).toBe('a')
    expect(await ids({ tags: test.db.command.size(0) })).toBe('c')
  })

  it('a dotted path looks into every element', async () => {
    expect(await ids({ 'l.v': 2 })).toBe('c')
  })
})

describe('what is not understood fails loudly', () => {
  it.each(['{"n":{"$type":"string"}}', '{"n":{"$where":"1"}}', '{"$where":"1"}', '{"$jsonSchema":{}}'])(
    'query %s',
    async (query) => {
      const body = { action: 'database.getDocument', collectionName: 'plain', queryType: 'WHERE', query }
      expect(await test.send(body)).toMatchObject({ code: 'DATABASE_INVALID_OPERRATOR' })
    },
  )

  it('an unknown operator maps to errCode -502002', async () => {
    const error = await failure(
      test.db
        .collection('plain')
        .where({ n: { $near: 1 } })
        .get(),
    )
    expect(error).toMatchObject({ errCode: -502002 })
  })

  it.each(['{"n":{"$in":"x"}}', '{"$and":[]}', '{"$or":{"n":1}}', '[]', '"x"', '{', '{"n":{"$not":1}}'])(
    'malformed query %s',
    async (query) => {
      const body = { action: 'database.getDocument', collectionName: 'plain', queryType: 'WHERE', query }
      expect(await test.send(body)).toMatchObject({ code: 'INVALID_PARAM' })
    },
  )

  it.each(['{"n":{"$size":"x"}}', '{"n":{"$regex":"["}}', '{"n":{"$mod":[1]}}', '{"n":{"$elemMatch":1}}'])(
    'malformed operand %s does no harm',
    async (query) => {
      const body = { action: 'database.getDocument', collectionName: 'plain', queryType: 'WHERE', query }
      const answer = await test.send(body)
      expect(answer.code ?? (answer.data as { list: unknown[] }).list).toEqual(
        answer.code ? expect.stringMatching(/^(INVALID_PARAM|DATABASE_)/) : [],
      )
    },
  )
})
