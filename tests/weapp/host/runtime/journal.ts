import type { SetDataRecord } from './types'

/** One call of a `wx` function, kept so that a test can say what was asked of the platform. */
export interface CallRecord {
  name: string
  options: unknown
}

interface Expectation {
  pattern: string | RegExp
  seen: string[]
}

/**
 * What happened while the mini-program ran. `errors` decides: whatever is in it fails the test, unless the test
 * said beforehand with `expectError` that it must happen.
 */
export class Journal {
  readonly errors: string[] = []
  readonly console: { level: string; text: string }[] = []
  readonly calls: CallRecord[] = []
  /** The name of every `wx` function that was called, also of those that answer at once. */
  readonly used = new Set<string>()
  readonly toasts: string[] = []
  readonly setData: SetDataRecord[] = []
  /** Addresses of every picture shown. */
  readonly pictures: string[] = []
  private readonly expectations: Expectation[] = []

  /** Something that must not happen on a phone. */
  fail(message: string): void {
    const expected = this.expectations.find(({ pattern }) =>
      typeof pattern === 'string' ? message.includes(pattern) : pattern.test(message),
    )
    if (expected) expected.seen.push(message)
    else this.errors.push(message)
  }

  /** From now on errors that match are no failure; that none comes is one. */
  expectError(pattern: string | RegExp): void {
    this.expectations.push({ pattern, seen: [] })
  }

  /** The errors that were expected and came. */
  expectedErrors(): string[] {
    return this.expectations.flatMap(({ seen }) => seen)
  }

  /** Everything that speaks against the run: errors, and expected errors that did not come. */
  complaints(): string[] {
    const missing = this.expectations.filter(({ seen }) => seen.length === 0)
    return [
      ...this.errors,
      ...missing.map(({ pattern }) => `expected an error like ${String(pattern)}, none came`),
    ]
  }

  /** Forgets everything but the errors: for measuring a part of a walk, or memory over many. */
  forget(): void {
    for (const list of [this.console, this.calls, this.toasts, this.setData, this.pictures]) list.length = 0
  }
}

/** A value as a person would read it in the console. */
export function readable(value: unknown): string {
  if (typeof value === 'string') return value
  if (value instanceof Error) return value.stack ?? value.message
  if (value && typeof value === 'object' && 'errMsg' in value) return String(value.errMsg)
  try {
    return JSON.stringify(value) ?? String(value)
  } catch {
    return String(value)
  }
}
