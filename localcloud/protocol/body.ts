/** Reads the fields of a request body by type; what is missing or of another type is refused by name. */
import { cloudError } from './errors'

/** A request body: JSON, nothing in it to be trusted. */
export type Body = Record<string, unknown>

export function text(body: Body, field: string): string {
  const value = body[field]
  if (typeof value !== 'string' || value === '') throw invalid(field, 'must be a non-empty text')
  return value
}

export function optionalText(body: Body, field: string): string | undefined {
  return isAbsent(body[field]) ? undefined : text(body, field)
}

/** A list of texts; an empty list is refused. */
export function texts(body: Body, field: string): string[] {
  const value = body[field]
  if (!Array.isArray(value) || value.length === 0 || !value.every((item) => typeof item === 'string')) {
    throw invalid(field, 'must be a list of texts')
  }
  return value as string[]
}

export function flag(body: Body, field: string): boolean {
  const value = body[field] ?? false
  if (typeof value !== 'boolean') throw invalid(field, 'must be true or false')
  return value
}

/** A whole number in a range; the default when the field is absent. */
export function count(
  body: Body,
  field: string,
  range: { min: number; max: number; default: number },
): number {
  const value = isAbsent(body[field]) ? range.default : body[field]
  if (!Number.isInteger(value) || (value as number) < range.min || (value as number) > range.max) {
    throw invalid(field, `must be a whole number from ${range.min} to ${range.max}`)
  }
  return value as number
}

function isAbsent(value: unknown): boolean {
  // The SDK sends nothing for what is unused; older ones sent an empty text.
  return value === undefined || value === null || value === ''
}

function invalid(field: string, what: string) {
  return cloudError('INVALID_PARAM', `${field} ${what}`)
}
