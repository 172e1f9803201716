import type { Failure } from '@/cloud'

/** What a form shows of a failure. */
export interface Fault {
  words: string
  /** Field name → what is wrong with it. */
  fields: Readonly<Record<string, string>>
  /** The matter has moved on: look at it again before going on. */
  stale: boolean
}

/**
 * Sorts what the cloud said to where it belongs: a field's complaint to its field, by the first part of its path;
 * complaints about fields the form does not show join the words above it, so that none is swallowed.
 */
export function faultOf(failure: Failure, shown: readonly string[]): Fault {
  if (!('code' in failure)) return { words: failure.message, fields: {}, stale: false }
  const fields: Record<string, string> = {}
  const others: string[] = []
  for (const [path, words] of Object.entries(failure.fields)) {
    const name = path.split('.')[0]!
    if (shown.includes(name)) fields[name] ??= words
    else others.push(words)
  }
  return {
    words: [failure.message, ...others].join('；'),
    fields,
    stale: failure.code === 'WRONG_STATE' || failure.code === 'CONFLICT',
  }
}
