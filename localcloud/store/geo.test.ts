import fc from 'fast-check'
import { distance, intersects, isWithin, latitudesWithin, pointOf, type Position } from './geo'

const polygon = (...rings: Position[][]) => ({ type: 'Polygon', coordinates: rings })
const line = (...coordinates: Position[]) => ({ type: 'LineString', coordinates })
const point = (...coordinates: Position) => ({ type: 'Point', coordinates })
const square = (from: number, to: number): Position[] => [
  [from, from],
  [to, from],
  [to, to],
  [from, to],
  [from, from],
]
const place = fc.tuple(
  fc.double({ min: -180, max: 180, noNaN: true }),
  fc.double({ min: -90, max: 90, noNaN: true }),
)

describe('distance', () => {
  it('is a degree of the equator, a quarter of the globe, and nothing', () => {
    expect(distance([0, 0], [1, 0])).toBeCloseTo(111_319, -1)
    expect(distance([0, 0], [0, 90])).toBeCloseTo((Math.PI / 2) * 6_378_100, 0)
    expect(distance([113.5, 34.5], [113.5, 34.5])).toBe(0)
  })

  it('is the same both ways, and no place within it lies outside its band of latitudes', () => {
    fc.assert(
      fc.property(place, place, (a, b) => {
        const metres = distance(a, b)
        expect(distance(b, a)).toBeCloseTo(metres, 3)
        const [low, high] = latitudesWithin(a, metres)
        expect(b[1]).toBeGreaterThanOrEqual(low)
        expect(b[1]).toBeLessThanOrEqual(high)
      }),
    )
  })
})

it('pointOf takes GeoJSON points and pairs, nothing else', () => {
  expect(pointOf(point(1, 2))).toEqual([1, 2])
  expect(pointOf([1, 2])).toEqual([1, 2])
  for (const value of [
    null,
    5,
    [1],
    [1, 2, 3],
    [181, 0],
    [0, 91],
    ['1', 2],
    line([1, 2], [3, 4]),
    { type: 'Point' },
  ]) {
    expect(pointOf(value)).toBeUndefined()
  }
})

describe('isWithin', () => {
  const area = polygon(square(0, 10), square(4, 6))

  it('a place inside, outside, in a hole', () => {
    expect(isWithin(point(1, 1), area)).toBe(true)
    expect(isWithin(point(11, 1), area)).toBe(false)
    expect(isWithin(point(5, 5), area)).toBe(false)
  })

  it('a line only as a whole', () => {
    expect(isWithin(line([1, 1], [2, 2]), area)).toBe(true)
    expect(isWithin(line([1, 1], [12, 2]), area)).toBe(false)
  })

  it('any part of several areas', () => {
    const areas = { type: 'MultiPolygon', coordinates: [[square(0, 1)], [square(5, 6)]] }
    expect(isWithin(point(5.5, 5.5), areas)).toBe(true)
    expect(isWithin(point(3, 3), areas)).toBe(false)
  })

  it('nothing without a geometry; undefined without an area', () => {
    expect(isWithin(undefined, area)).toBe(false)
    expect(isWithin(point(1, 1), point(1, 1))).toBeUndefined()
    expect(isWithin(point(1, 1), { type: 'Polygon', coordinates: [[1]] })).toBeUndefined()
  })
})

describe('intersects', () => {
  const area = polygon(square(0, 10))

  it.each<[string, object, object, boolean]>([
    ['crossing lines', line([0, 0], [2, 2]), line([0, 2], [2, 0]), true],
    ['lines apart', line([0, 0], [2, 2]), line([5, 0], [5, 9]), false],
    ['lines that touch', line([0, 0], [2, 2]), line([2, 2], [3, 0]), true],
    ['a line through an area', line([-1, 5], [11, 5]), area, true],
    ['a line past an area', line([-1, 11], [11, 11]), area, false],
    ['an area in an area', polygon(square(2, 3)), area, true],
    ['areas that overlap', polygon(square(9, 12)), area, true],
    ['areas apart', polygon(square(11, 12)), area, false],
    ['a place on the rim', point(0, 5), area, true],
    ['a place on a line', point(1, 1), line([0, 0], [2, 2]), true],
    ['places', point(1, 1), point(1, 1), true],
    ['other places', point(1, 1), point(1, 2), false],
  ])('%s', (_name, a, b, expected) => {
    expect(intersects(a, b)).toBe(expected)
    expect(intersects(b, a)).toBe(expected)
  })

  it('undefined without a geometry to compare with', () => {
    expect(intersects(area, { type: 'Point' })).toBeUndefined()
    expect(intersects(area, 5)).toBeUndefined()
  })
})
