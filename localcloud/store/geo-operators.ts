/** The geographic query operators, and what the planner needs of them. Distances are metres. */
import { resolve } from 'mingo/util'
import { cloudError } from '../protocol/errors'
import {
  distance,
  EARTH_RADIUS,
  intersects,
  isWithin,
  latitudesOf,
  latitudesWithin,
  pointOf,
  type Position,
} from './geo'
import { isPlainObject } from './operators'
import type { Document } from './text'

/** "Near": a centre and how far away at most and at least. */
export interface Near {
  centre: Position
  max: number
  min: number
}

/** Reads the operand of `$nearSphere`. Throws CloudError when it names no point. */
export function nearOf(operand: unknown): Near {
  const { $geometry, $maxDistance, $minDistance } = isPlainObject(operand) ? operand : {}
  return near('$nearSphere', $geometry, $maxDistance, $minDistance)
}

/** Builds a {@link Near} from its parts; absent distances mean no bound. */
export function near(operator: string, centre: unknown, max: unknown, min: unknown): Near {
  const point = pointOf(centre)
  if (!point) throw invalid(`${operator} needs a point`)
  return { centre: point, max: metres(operator, max, Infinity), min: metres(operator, min, 0) }
}

/** Distance of a value from the centre, or undefined when it is no point or out of the bounds. */
export function distanceWithin({ centre, max, min }: Near, value: unknown): number | undefined {
  const point = pointOf(value)
  if (!point) return undefined
  const metres = distance(point, centre)
  return metres <= max && metres >= min ? metres : undefined
}

/** The band of latitudes outside of which nothing can match; undefined when the operator sets no such bound. */
export function latitudeBand(operator: string, operand: unknown): [number, number] | undefined {
  if (operator === '$nearSphere') {
    const { centre, max } = nearOf(operand)
    return max === Infinity ? undefined : latitudesWithin(centre, max)
  }
  if (operator !== '$geoWithin') return undefined
  const circle = circleOf(operand)
  return circle ? latitudesWithin(circle.centre, circle.max) : latitudesOf(geometryOf(operand))
}

/** Predicates in mingo's form: (path, operand) → document → match. */
export const geoPredicates = {
  $nearSphere: (path: string, operand: unknown) => {
    const bounds = nearOf(operand)
    return (document: Document) => distanceWithin(bounds, resolve(document, path)) !== undefined
  },
  $geoWithin: (path: string, operand: unknown) => {
    const circle = circleOf(operand)
    if (circle) return (document: Document) => distanceWithin(circle, resolve(document, path)) !== undefined
    const area = geometryOf(operand)
    if (latitudesOf(area) === undefined) throw invalid('$geoWithin needs a Polygon or MultiPolygon')
    return (document: Document) => isWithin(resolve(document, path), area) === true
  },
  $geoIntersects: (path: string, operand: unknown) => {
    const geometry = geometryOf(operand)
    if (intersects(undefined, geometry) === undefined) throw invalid('$geoIntersects needs a geometry')
    return (document: Document) => intersects(resolve(document, path), geometry) === true
  },
}

/** `$centerSphere: [[lng, lat], radians]` as a {@link Near}; undefined when the operand is a geometry. */
function circleOf(operand: unknown): Near | undefined {
  if (!isPlainObject(operand) || operand.$centerSphere === undefined) return undefined
  const [centre, radians] = Array.isArray(operand.$centerSphere) ? operand.$centerSphere : []
  const max = typeof radians === 'number' ? radians * EARTH_RADIUS : undefined
  if (max === undefined) throw invalid('$centerSphere needs a centre and a radius in radians')
  return near('$centerSphere', centre, max, undefined)
}

function geometryOf(operand: unknown): unknown {
  return isPlainObject(operand) ? operand.$geometry : undefined
}

function metres(operator: string, value: unknown, otherwise: number): number {
  if (value === undefined || value === null) return otherwise
  if (typeof value !== 'number' || !(value >= 0)) throw invalid(`${operator} needs distances of 0 or more`)
  return value
}

function invalid(message: string) {
  return cloudError('INVALID_PARAM', message)
}
