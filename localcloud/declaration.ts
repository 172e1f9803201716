import { readFileSync } from 'node:fs'
import * as v from 'valibot'

/**
 * Reads one file of `deploy/` and checks it against its schema. Throws an Error that names the file and the entry at
 * fault: a rule that is half understood would be a hole nobody sees.
 */
export function readDeclaration<S extends v.GenericSchema>(file: string, schema: S): v.InferOutput<S> {
  let json: unknown
  try {
    json = JSON.parse(readFileSync(file, 'utf8'))
  } catch (error) {
    throw new Error(`${file}: cannot be read as JSON (${(error as Error).message})`)
  }
  const result = v.safeParse(schema, json)
  if (result.success) return result.output
  const [issue] = result.issues
  throw new Error(`${file}: ${v.getDotPath(issue) ?? 'the file'} ${issue.message}`)
}

/** An object with exactly these entries; one that is missing and one that is not known are both named. */
export const exactly = <E extends v.ObjectEntries>(entries: E) =>
  v.strictObject(entries, (issue) =>
    issue.expected === 'never'
      ? 'is not known'
      : issue.received === 'undefined'
        ? 'is missing'
        : 'must be an object',
  )
