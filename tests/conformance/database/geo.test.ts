import { collection, failure, startTestCloud, type TestCloud } from './harness'

let test: TestCloud
const places = () => test.db.collection('places')

beforeAll(async () => {
  test = await startTestCloud([
    collection('places', { name: 'by_spot', fields: [{ path: 'spot', type: 'point' }] }),
    collection('bare'),
  ])
  const { Point } = test.db.Geo
  const data = [
    { _id: 'far', kind: 'y', spot: Point(114.5, 35.5) },
    { _id: 'north', kind: 'y', spot: Point(113.5, 34.6) },
    { _id: 'hall', kind: 'x', spot: Point(113.5, 34.5) },
    { _id: 'east', kind: 'x', spot: Point(113.6, 34.5) },
    { _id: 'nowhere', kind: 'y' },
  ]
  await places().add({ data: data })
  await test.db.collection('bare').add({ data: data })
})
afterAll(() => test.stop())

async function ids(condition: unknown): Promise<string[]> {
  return (await places().where({ spot: condition }).get()).data.map((item) => item._id as string)
}

it('a point comes back as a point', async () => {
  const { spot } = (await places().doc('hall').get()).data
  expect(spot).toMatchObject({ longitude: 113.5, latitude: 34.5 })
})

describe('_.geoNear', () => {
  const near = (extra: object) =>
    test.db.command.geoNear({ geometry: test.db.Geo.Point(113.5, 34.5), ...extra })

  it('finds in order of distance, within the bounds', async () => {
    expect(await ids(near({ maxDistance: 20_000 }))).toEqual(['hall', 'east', 'north'])
    expect(await ids(near({ maxDistance: 20_000, minDistance: 1 }))).toEqual(['east', 'north'])
    expect(await ids(near({ maxDistance: 10_000 }))).toEqual(['hall', 'east'])
    expect(await ids(near({}))).toEqual(['hall', 'east', 'north', 'far'])
  })

  it('an order of its own goes before distance', async () => {
    const found = await places()
      .where({ spot: near({}) })
      .orderBy('_id', 'asc')
      .limit(2)
      .get()
    expect(found.data.map((item) => item._id)).toEqual(['east', 'far'])
  })

  it('needs a declared index, as in the cloud', async () => {
    const error = await failure(
      test.db
        .collection('bare')
        .where({ spot: near({}) })
        .get(),
    )
    expect(error).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('unable to find index') })
  })

  it('reads only a band of latitudes', async () => {
    await ids(near({ maxDistance: 1_000 }))
    expect(test.queries.at(-1)).toMatchObject({ usedIndex: true, scanned: 2 })
  })
})

describe('_.geoWithin', () => {
  it('a polygon, without what lies in its hole', async () => {
    const ring = (...corners: [number, number][]) =>
      test.db.Geo.LineString(corners.map(([lng, lat]) => test.db.Geo.Point(lng, lat)))
    const square = (west: number, south: number, east: number, north: number) =>
      ring([west, south], [east, south], [east, north], [west, north], [west, south])
    const within = (...rings: ReturnType<typeof ring>[]) =>
      test.db.command.geoWithin({ geometry: test.db.Geo.Polygon(rings) })
    expect((await ids(within(square(113.4, 34.4, 113.7, 34.55)))).sort()).toEqual(['east', 'hall'])
    const hole = square(113.55, 34.45, 113.65, 34.55)
    expect(await ids(within(square(113.4, 34.4, 113.7, 34.55), hole))).toEqual(['hall'])
  })

  it('a circle of radians', async () => {
    const circle = { centerSphere: [test.db.Geo.Point(113.5, 34.5), 10 / 6378.1] }
    expect((await ids(test.db.command.geoWithin(circle))).sort()).toEqual(['east', 'hall'])
    expect(test.wire.at(-1)!.query).toContain('"$centerSphere":[[')
  })
})

describe('_.geoIntersects', () => {
  it('a line through a point, an area around it, and neither', async () => {
    const { Point, LineString } = test.db.Geo
    const meets = (geometry: unknown) => ids(test.db.command.geoIntersects({ geometry }))
    expect(await meets(LineString([Point(113.4, 34.5), Point(113.7, 34.5)]))).toEqual(['hall', 'east'])
    expect(await meets(Point(113.5, 34.6))).toEqual(['north'])
    expect(await meets(LineString([Point(113.4, 34.4), Point(113.7, 34.4)]))).toEqual([])
  })
})

describe('malformed geography', () => {
  it.each([
    '{"spot":{"$nearSphere":{}}}',
    '{"spot":{"$nearSphere":{"$geometry":{"type":"Point","coordinates":[200,0]}}}}',
    '{"spot":{"$nearSphere":{"$geometry":{"type":"Point","coordinates":[1,2]},"$maxDistance":-1}}}',
    '{"spot":{"$geoWithin":{"$geometry":{"type":"Polygon","coordinates":[[1]]}}}}',
    '{"spot":{"$geoWithin":{"$centerSphere":[[1,2]]}}}',
    '{"spot":{"$geoIntersects":{"$geometry":{"type":"Point"}}}}',
  ])('%s is refused', async (query) => {
    const body = { action: 'database.getDocument', collectionName: 'places', queryType: 'WHERE', query }
    expect(await test.send(body)).toMatchObject({ code: 'INVALID_PARAM' })
  })

  it('a place that is no point cannot be stored in an indexed field', async () => {
    const error = await failure(places().add({ data: { spot: { type: 'Point', coordinates: [999, 0] } } }))
    expect(error).toMatchObject({ errCode: -502001, errMsg: expect.stringContaining('spot must be a point') })
  })
})
