import { ERRORS, type ErrorCode } from './catalogue'

/** What travels with an error besides its code; all of it may be shown to the person who asked. */
export interface ErrorDetails {
  /** Replaces the catalogue's words where a rule has a more exact reason to give. */
  reason?: string
  /** Field path → what is wrong with it, in words. */
  fields?: Record<string, string>
  /** Facts a page needs to go on, e.g. the next free slots. */
  data?: unknown
}

/** An expected failure with a code from the catalogue. Anything else thrown is a bug and reads as INTERNAL. */
export class AppError extends Error {
  constructor(
    readonly code: ErrorCode,
    readonly details: ErrorDetails = {},
  ) {
    super(details.reason ?? ERRORS[code].message)
    this.name = 'AppError'
  }
}

/** Refuses with RULE_REFUSED and the rule's own reason, in words a person understands. */
export function refuse(reason: string): never {
  throw new AppError('RULE_REFUSED', { reason })
}
