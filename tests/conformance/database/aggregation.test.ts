import { collection, failure, results, startTestCloud, type TestCloud } from './harness'

let test: TestCloud
let $: TestCloud['db']['command']['aggregate']
const day = new Date('2026-11-20T20:00:00Z')

beforeAll(async () => {
  test = await startTestCloud([
    collection(
      'cases',
      {
        name: 'by_unit',
        fields: [
          { path: 'unit', type: 'string' },
          { path: 'no', type: 'string' },
        ],
      },
      { name: 'by_spot', fields: [{ path: 'spot', type: 'point' }] },
    ),
    collection('units', { name: 'by_code', fields: [{ path: 'code', type: 'string' }] }),
  ])
  $ = test.db.command.aggregate
  const { Point } = test.db.Geo
  await test.db.collection('cases').add({
    data: [
      {
        _id: '1',
        no: '1',
        unit: 'u1',
        kind: 'x',
        score: 10,
        tags: ['p', 'q'],
        at: day,
        spot: Point(113.5, 34.5),
      },
      { _id: '2', no: '2', unit: 'u1', kind: 'y', score: 20, tags: ['p'], at: new Date(+day + 86_400_000) },
      { _id: '3', no: '3', unit: 'u2', kind: 'x', score: 60, tags: [], at: day, spot: Point(113.6, 34.5) },
      { _id: '4', no: '4', kind: 'z' },
    ],
  })
  await test.db.collection('units').add({
    data: [
      { _id: 'a', code: 'u1', name: '住建局', parts: { open: 1 } },
      { _id: 'b', code: 'u2', name: '水利局', parts: { open: 2 } },
      { _id: 'c', name: '无码' },
    ],
  })
})
afterAll(() => test.stop())

const cases = () => test.db.collection('cases').aggregate()

it('match, group with every accumulator, sort', async () => {
  const groups = await results(
    cases()
      .match({ kind: test.db.command.in(['x', 'y']) })
      .group({
        _id: '$unit',
        n: $.sum(1),
        total: $.sum('$score'),
        avg: $.avg('$score'),
        max: $.max('$score'),
        min: $.min('$score'),
        first: $.first('$no'),
        last: $.last('$no'),
        all: $.push('$no'),
        kinds: $.addToSet('$kind'),
        spread: $.stdDevPop('$score'),
      })
      .sort({ n: -1 }),
  )
  expect(groups[0]).toEqual({
    ...{ _id: 'u1', n: 2, total: 30, avg: 15, max: 20, min: 10, first: '1', last: '2', all: ['1', '2'] },
    ...{ kinds: ['x', 'y'], spread: 5 },
  })
  expect(groups[1]).toMatchObject({ _id: 'u2', n: 1, spread: 0 })
})

it('group by null, and a group of absent fields', async () => {
  expect(await results(cases().group({ _id: null, n: $.sum(1) }))).toEqual([{ _id: null, n: 4 }])
  const byUnit = await results(cases().group({ _id: '$unit', n: $.sum(1) }))
  expect(byUnit).toContainEqual({ _id: null, n: 1 })
})

it('sends numbers, texts and objects as stage values', async () => {
  await results(cases().match({ no: '1' }).limit(10).count('total'))
  expect(test.wire.at(-1)!.stages).toEqual([
    { stageKey: '$match', stageValue: '{"no":"1"}' },
    { stageKey: '$limit', stageValue: '10' },
    { stageKey: '$count', stageValue: '"total"' },
  ])
})

it('project with expressions and a local day, skip, limit', async () => {
  const list = await results(
    cases()
      .sort({ no: 1 })
      .project({
        _id: 0,
        no: 1,
        day: $.dateToString({ date: '$at', format: '%Y-%m-%d', timezone: 'Asia/Shanghai' }),
        high: $.cond({ if: $.gte(['$score', 20]), then: '高', else: '低' }),
      })
      .skip(1)
      .limit(1),
  )
  expect(list).toEqual([{ no: '2', day: '2026-11-22', high: '高' }])
})

it('match by a range of dates', async () => {
  const later = test.db.command.gt(day).and(test.db.command.lt(new Date(+day + 2 * 86_400_000)))
  expect(await results(cases().match({ at: later }).project({ no: 1, _id: 0 }))).toEqual([{ no: '2' }])
})

it('one match after another', async () => {
  expect(
    await results(cases().match({ unit: 'u1' }).match({ kind: 'y' }).project({ no: 1, _id: 0 })),
  ).toEqual([{ no: '2' }])
})

it('count; nothing to count gives no document', async () => {
  expect(await results(cases().match({ unit: 'u1' }).count('n'))).toEqual([{ n: 2 }])
  expect(await results(cases().match({ unit: 'zz' }).count('n'))).toEqual([])
})

it('unwind, also keeping empty ones, and sortByCount', async () => {
  expect(await results(cases().unwind('$tags').sortByCount('$tags'))).toEqual([
    { _id: 'p', count: 2 },
    { _id: 'q', count: 1 },
  ])
  const kept = await results(
    cases().unwind({ path: '$tags', preserveNullAndEmptyArrays: true, includeArrayIndex: 'i' }),
  )
  expect(kept.map((item) => [item._id, item.tags, item.i])).toEqual([
    ['1', 'p', 0],
    ['1', 'q', 1],
    ['2', 'p', 0],
    ['3', undefined, null],
    ['4', undefined, null],
  ])
})

describe('bucket', () => {
  const scored = () => cases().match({ score: test.db.command.exists(true) })

  it('sorts by lower boundary; what lies outside goes to the default', async () => {
    const spec = { groupBy: '$score', boundaries: [0, 15, 50], default: 'other', output: { c: $.sum(1) } }
    expect(await results(scored().bucket(spec))).toEqual([
      { _id: 0, c: 1 },
      { _id: 15, c: 1 },
      { _id: 'other', c: 1 },
    ])
  })

  it('takes its lower boundary in and shows no empty bucket', async () => {
    expect(await results(scored().bucket({ groupBy: '$score', boundaries: [0, 10, 20, 30, 61] }))).toEqual([
      { _id: 10, count: 1 },
      { _id: 20, count: 1 },
      { _id: 30, count: 1 },
    ])
  })

  it('fails without a default when something lies outside', async () => {
    const error = await failure(results(scored().bucket({ groupBy: '$score', boundaries: [0, 15] })))
    expect(error.code).toBe('DATABASE_REQUEST_FAILED')
  })

  it('bucketAuto makes buckets of about one size, none of nothing', async () => {
    const auto = { groupBy: '$score', buckets: 2 }
    expect((await results(scored().bucketAuto(auto))).map((item) => item.count)).toEqual([2, 1])
    expect(await results(cases().match({ _id: 'none' }).bucketAuto(auto))).toEqual([])
  })
})

it('what is computed for one document does not show in another that shares its parts', async () => {
  const whole = cases().match({ _id: '1' })
  const parts = await results(
    whole
      .addFields({ own: { a: 1, b: 2 } })
      .unwind('$tags')
      .addFields({ 'own.tag': '$tags' })
      .project({ 'own.a': 0, spot: 0, at: 0 }),
  )
  expect(parts.map((item) => item.own)).toEqual([
    { b: 2, tag: 'p' },
    { b: 2, tag: 'q' },
  ])
  const joined = await results(
    cases()
      .match({ unit: 'u1' })
      .sort({ no: 1 })
      .lookup({ from: 'units', localField: 'unit', foreignField: 'code', as: 'owner' })
      .unwind('$owner')
      .addFields({ 'owner.for': '$no' }),
  )
  expect(joined.map((item) => (item.owner as { for: string }).for)).toEqual(['1', '2'])
})

it('unwind keeps an empty text, which is a value', async () => {
  const list = await results(cases().match({ _id: '1' }).addFields({ t: '' }).unwind('$t').project({ t: 1 }))
  expect(list).toEqual([{ _id: '1', t: '' }])
})

it('accumulators over nothing that counts', async () => {
  const [none] = await results(
    cases()
      .match({ _id: '4' })
      .group({
        _id: null,
        sum: $.sum('$score'),
        avg: $.avg('$score'),
        max: $.max('$score'),
        all: $.push('$score'),
      }),
  )
  expect(none).toEqual({ _id: null, sum: 0, avg: null, max: null, all: [] })
})

it('comparisons go across types and take an array as one value', async () => {
  const [row] = await results(
    cases()
      .match({ _id: '1' })
      .project({
        _id: 0,
        absentIsLeast: $.lt(['$none', -1]),
        textAboveNumber: $.gt(['$no', 99]),
        elementIsNotArray: $.eq(['$tags', 'p']),
        sameArray: $.eq(['$tags', ['p', 'q']]),
        absentIsNotNull: $.neq(['$none', null]),
      }),
  )
  expect(row).toEqual({
    ...{ absentIsLeast: true, textAboveNumber: true, elementIsNotArray: false },
    ...{ sameArray: true, absentIsNotNull: true },
  })
})

it('addFields and replaceRoot', async () => {
  const list = await results(
    cases()
      .match({ unit: 'u1' })
      .sort({ no: 1 })
      .addFields({ k: { v: $.multiply(['$score', 2]) } })
      .replaceRoot({ newRoot: '$k' }),
  )
  expect(list).toEqual([{ v: 20 }, { v: 40 }])
})

it('sample never repeats a document', async () => {
  const list = await results(cases().sample({ size: 10 }))
  expect(list.map((item) => item._id).sort()).toEqual(['1', '2', '3', '4'])
  expect(await results(cases().sample({ size: 2 }))).toHaveLength(2)
})

describe('lookup', () => {
  it('by equal fields, through the index of the foreign one', async () => {
    const list = await results(
      cases()
        .sort({ no: 1 })
        .lookup({ from: 'units', localField: 'unit', foreignField: 'code', as: 'owner' })
        .project({ _id: 0, owner: { name: 1 } }),
    )
    expect(list.map(({ owner }) => (owner as { name: string }[]).map((unit) => unit.name))).toEqual([
      ['住建局'],
      ['住建局'],
      ['水利局'],
      // An absent field joins what lacks it on the other side, as null does.
      ['无码'],
    ])
    expect(test.queries.find((query) => query.action === 'lookup')).toMatchObject({ collection: 'units' })
  })

  it('by each element of a local array, without gaps for the unknown', async () => {
    await test.db
      .collection('cases')
      .doc('9')
      .set({ data: { no: '9', refs: ['1', 'gone', '2'] } })
    const list = await results(
      cases().match({ _id: '9' }).lookup({ from: 'cases', localField: 'refs', foreignField: '_id', as: 'r' }),
    )
    expect((list[0].r as { _id: string }[]).map((item) => item._id)).toEqual(['1', '2'])
    expect(test.queries.filter((query) => query.action === 'lookup').at(-1)).toMatchObject({
      usedIndex: true,
    })
    await test.db.collection('cases').doc('9').remove()
  })

  it('by a pipeline with variables', async () => {
    const list = await results(
      cases()
        .match({ no: '1' })
        .lookup({
          from: 'units',
          let: { mine: '$unit' },
          pipeline: $.pipeline()
            .match(test.db.command.expr($.eq(['$code', '$$mine'])))
            .project({ _id: 1 })
            .done(undefined),
          as: 'owner',
        }),
    )
    expect(list[0].owner).toEqual([{ _id: 'a' }])
  })

  it('a stage in the pipeline does not change what the next document sees', async () => {
    const stages = [
      { stageKey: '$sort', stageValue: '{"no":1}' },
      {
        stageKey: '$lookup',
        stageValue: JSON.stringify({
          from: 'units',
          let: { no: '$no' },
          pipeline: [
            { $match: { code: 'u1' } },
            { $addFields: { 'parts.open': { $add: ['$parts.open', 1] }, seen: '$$no' } },
          ],
          as: 'owner',
        }),
      },
    ]
    const answer = await test.send({ action: 'database.aggregateDocuments', collectionName: 'cases', stages })
    const list = (answer.data as { list: string[] }).list.map((item) => JSON.parse(item).owner)
    expect(list.map(([owner]) => [owner.parts.open, owner.seen])).toEqual([
      [2, '1'],
      [2, '2'],
      [2, '3'],
      [2, '4'],
    ])
  })

  it('of a missing collection fails', async () => {
    const error = await failure(
      results(cases().lookup({ from: 'nowhere', localField: 'unit', foreignField: 'code', as: 'o' })),
    )
    expect(error.code).toBe('DATABASE_COLLECTION_NOT_EXIST')
  })
})

describe('geoNear', () => {
  it('gives distances in metres, nearest first', async () => {
    const list = await results(
      cases().geoNear({
        near: test.db.Geo.Point(113.5, 34.5),
        spherical: true,
        distanceField: 'away.metres',
        maxDistance: 50_000,
        query: { kind: 'x' },
        includeLocs: 'place',
      }),
    )
    expect(list.map((item) => item._id)).toEqual(['1', '3'])
    const metres = list.map((item) => (item.away as { metres: number }).metres)
    expect(metres[0]).toBe(0)
    expect(metres[1]).toBeGreaterThan(9_000)
    expect(metres[1]).toBeLessThan(9_300)
    expect(list[1].place).toMatchObject({ coordinates: [113.6, 34.5] })
  })

  it('with key, limit and a multiplier', async () => {
    const [first, ...rest] = await results(
      cases().geoNear({
        near: test.db.Geo.Point(113.6, 34.5),
        spherical: true,
        distanceField: 'km',
        distanceMultiplier: 0.001,
        minDistance: 1,
        key: 'spot',
        limit: 1,
      }),
    )
    expect(first).toMatchObject({ _id: '1', km: expect.closeTo(9.17, 1) })
    expect(rest).toEqual([])
  })

  it('needs a declared index', async () => {
    const near = { near: test.db.Geo.Point(1, 2), spherical: true, distanceField: 'd' }
    const error = await failure(results(test.db.collection('units').aggregate().geoNear(near)))
    expect(error.code).toBe('DATABASE_REQUEST_FAILED')
  })
})

it('the leading match, sort and limit go through an index', async () => {
  await results(cases().match({ unit: 'u1' }).sort({ no: -1 }).limit(1).project({ no: 1 }))
  expect(test.queries.at(-1)).toMatchObject({
    action: 'aggregate',
    usedIndex: true,
    scanned: 1,
    order: { no: -1 },
  })
})

describe('what is not understood fails loudly', () => {
  const send = (...stages: [string, unknown][]) =>
    test.send({
      action: 'database.aggregateDocuments',
      collectionName: 'cases',
      stages: stages.map(([stageKey, value]) => ({ stageKey, stageValue: JSON.stringify(value) })),
    })

  it.each([
    '$facet',
    '$graphLookup',
    '$redact',
    '$out',
    '$merge',
    '$unionWith',
    '$set',
    '$collStats',
    '$documents',
    'match',
  ])('stage %s', async (stage) => {
    expect(await send([stage, {}])).toMatchObject({ code: 'DATABASE_INVALID_OPERRATOR' })
  })

  it('the SDK has no facet at all', () => {
    expect(() => cases().facet({ a: [] })).toThrow('is not a function')
  })

  it.each([
    { $project: { a: { $function: { body: '', args: [], lang: 'js' } } } },
    { $group: { _id: null, a: { $accumulator: {} } } },
    { $addFields: { a: { $rand: {} } } },
    { $project: { a: '$$NOW' } },
    { $project: { a: { $week: '$at' } } },
    { $project: { a: { $dateToString: { date: '$at', format: '%G' } } } },
    { $match: { a: { $where: '1' } } },
    { $lookup: { from: 'units', as: 'o', pipeline: [{ $out: 'units' }] } },
  ])('expression %j, also when no document would meet it', async (stage) => {
    const answer = await send(['$match', { _id: 'none' }], Object.entries(stage)[0])
    expect(answer).toMatchObject({ code: 'DATABASE_INVALID_OPERRATOR' })
  })

  it.each([
    { $limit: 0 },
    { $limit: 'x' },
    { $skip: -1 },
    { $sort: {} },
    { $sort: { a: 2 } },
    { $count: '$a' },
    { $sample: {} },
    { $group: {} },
    { $match: 1 },
    { $lookup: { from: 'units' } },
    { $lookup: { from: 'units', as: 'o', localField: 'a', foreignField: 'b', pipeline: [] } },
    { $geoNear: {} },
    { $unwind: 1 },
    { $unwind: 'tags' },
    { $bucket: { groupBy: '$a', boundaries: [2, 1] } },
    { $bucket: { groupBy: '$a', boundaries: [1, 'x'] } },
  ])('stage value %j', async (stage) => {
    expect(await send(Object.entries(stage)[0])).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('geoNear anywhere but first', async () => {
    expect(await send(['$match', {}], ['$geoNear', { distanceField: 'd' }])).toMatchObject({
      code: 'INVALID_PARAM',
    })
  })

  it('an expression that fails while it runs', async () => {
    expect(await send(['$project', { a: { $arrayElemAt: [1, 2, 3] } }])).toMatchObject({
      code: 'DATABASE_REQUEST_FAILED',
    })
  })
})
