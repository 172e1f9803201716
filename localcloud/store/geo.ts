/**
 * Geometry on the globe as far as queries need it. Distances are on a sphere; insides of polygons and crossings
 * of lines are judged on the flat map of degrees, which for a county differs from the sphere by centimetres.
 */

/** A place as GeoJSON writes it: longitude first, then latitude, in degrees. */
export type Position = [longitude: number, latitude: number]

/** Radius MongoDB divides by when a distance is given in radians, in metres. */
export const EARTH_RADIUS = 6_378_100

type Ring = Position[]
interface Geometry {
  type: string
  coordinates: unknown
}

/** The position of a GeoJSON point or a legacy `[lng, lat]` pair; undefined for anything else. */
export function pointOf(value: unknown): Position | undefined {
  const pair = isGeometry(value) && value.type === 'Point' ? value.coordinates : value
  return isPosition(pair) ? pair : undefined
}

/** Distance in metres along the sphere. */
export function distance([lng1, lat1]: Position, [lng2, lat2]: Position): number {
  const radians = Math.PI / 180
  const dLat = ((lat2 - lat1) * radians) / 2
  const dLng = ((lng2 - lng1) * radians) / 2
  const h = Math.sin(dLat) ** 2 + Math.cos(lat1 * radians) * Math.cos(lat2 * radians) * Math.sin(dLng) ** 2
  return 2 * EARTH_RADIUS * Math.asin(Math.min(1, Math.sqrt(h)))
}

/** Lowest and highest latitude that can be within this distance (metres) of a position. */
export function latitudesWithin([, latitude]: Position, metres: number): [number, number] {
  // A hair wider than exact, so that rounding never loses a place on the rim: the distance is checked after.
  const degrees = (metres / EARTH_RADIUS) * (180 / Math.PI) + 1e-9
  return [latitude - degrees, latitude + degrees]
}

/** Lowest and highest latitude of an area; undefined when it is no Polygon or MultiPolygon. */
export function latitudesOf(area: unknown): [number, number] | undefined {
  const latitudes = polygonsOf(area)?.flatMap((rings) => rings.flat().map(([, latitude]) => latitude))
  return latitudes && [Math.min(...latitudes), Math.max(...latitudes)]
}

/** Whether a stored geometry lies wholly in an area (Polygon or MultiPolygon). Undefined: that is no area. */
export function isWithin(value: unknown, area: unknown): boolean | undefined {
  const polygons = polygonsOf(area)
  if (!polygons) return undefined
  const positions = positionsOf(value)
  return positions.length > 0 && polygons.some((rings) => positions.every((p) => isInside(p, rings)))
}

/** Whether two geometries share a place. Undefined: the second is no geometry. */
export function intersects(value: unknown, other: unknown): boolean | undefined {
  if (!isGeometry(other) || positionsOf(other).length === 0) return undefined
  const [a, b] = [value, other]
  if (positionsOf(a).some((p) => covers(b, p)) || positionsOf(b).some((p) => covers(a, p))) return true
  return segmentsOf(a).some((s) => segmentsOf(b).some((t) => cross(s, t)))
}

function covers(geometry: unknown, position: Position): boolean {
  const polygons = polygonsOf(geometry)
  if (polygons) return polygons.some((rings) => isInside(position, rings) || onAnyRing(position, rings))
  const segments = segmentsOf(geometry)
  if (segments.length > 0) return segments.some((segment) => onSegment(position, segment))
  return positionsOf(geometry).some(([lng, lat]) => lng === position[0] && lat === position[1])
}

function onAnyRing(position: Position, rings: Ring[]): boolean {
  return rings.some((ring) => pairs(ring).some((segment) => onSegment(position, segment)))
}

/** Inside the first ring and in none of the holes (even-odd rule). */
function isInside(position: Position, [outline, ...holes]: Ring[]): boolean {
  return inRing(position, outline) && !holes.some((hole) => inRing(position, hole))
}

function inRing([x, y]: Position, ring: Ring): boolean {
  let inside = false
  for (const [[x1, y1], [x2, y2]] of pairs(ring)) {
    if (y1 > y !== y2 > y && x < ((x2 - x1) * (y - y1)) / (y2 - y1) + x1) inside = !inside
  }
  return inside
}

type Segment = [Position, Position]

function pairs(line: Position[]): Segment[] {
  return line.slice(1).map((end, i) => [line[i], end])
}

function turn([ax, ay]: Position, [bx, by]: Position, [cx, cy]: Position): number {
  return Math.sign((bx - ax) * (cy - ay) - (by - ay) * (cx - ax))
}

function onSegment(p: Position, [a, b]: Segment): boolean {
  const between = (v: number, s: number, t: number) => Math.min(s, t) <= v && v <= Math.max(s, t)
  return turn(a, b, p) === 0 && between(p[0], a[0], b[0]) && between(p[1], a[1], b[1])
}

function cross([a, b]: Segment, [c, d]: Segment): boolean {
  return turn(a, b, c) * turn(a, b, d) < 0 && turn(c, d, a) * turn(c, d, b) < 0
}

function segmentsOf(value: unknown): Segment[] {
  if (!isGeometry(value)) return []
  if (value.type === 'LineString' && isLine(value.coordinates)) return pairs(value.coordinates)
  if (value.type === 'MultiLineString' && areLines(value.coordinates)) return value.coordinates.flatMap(pairs)
  return (polygonsOf(value) ?? []).flatMap((rings) => rings.flatMap(pairs))
}

function polygonsOf(value: unknown): Ring[][] | undefined {
  if (!isGeometry(value)) return undefined
  const polygons = value.type === 'Polygon' ? [value.coordinates] : value.coordinates
  const named = value.type === 'Polygon' || value.type === 'MultiPolygon'
  return named && Array.isArray(polygons) && polygons.every(areLines) ? polygons : undefined
}

function isLine(value: unknown): value is Position[] {
  return Array.isArray(value) && value.length >= 2 && value.every(isPosition)
}

function areLines(value: unknown): value is Position[][] {
  return Array.isArray(value) && value.length > 0 && value.every(isLine)
}

/** Every position a value names, in any nesting; a legacy pair counts as a point. */
function positionsOf(value: unknown): Position[] {
  const collect = (item: unknown): Position[] =>
    isPosition(item) ? [item] : Array.isArray(item) ? item.flatMap(collect) : []
  return collect(isGeometry(value) ? value.coordinates : value)
}

function isGeometry(value: unknown): value is Geometry {
  return typeof value === 'object' && value !== null && 'type' in value && 'coordinates' in value
}

function isPosition(value: unknown): value is Position {
  return (
    Array.isArray(value) &&
    value.length === 2 &&
    value.every((n) => typeof n === 'number' && Number.isFinite(n)) &&
    Math.abs(value[0]) <= 180 &&
    Math.abs(value[1]) <= 90
  )
}
