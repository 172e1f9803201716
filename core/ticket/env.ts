import type { Knowledge } from '../knowledge/types'
import type { Digest } from './chain'

/** What a decision needs from outside: the moment, the county's knowledge, a sha256 and fresh salt. */
export interface DecideEnv {
  now: Date
  knowledge: Knowledge
  /** sha256, hex */
  digest: Digest
  /** A fresh random string for the salted digest of an event's words and photos (R-T8). */
  salt: () => string
}

/** One command on a ticket. */
export interface Command {
  /** Action id such as `ticket.sign`, or `clock.wake`. */
  id: string
  /** Parsed by its contract; photos already verified and turned into storage keys. */
  input: Record<string, unknown>
  /** hash(person, requestId): finds the event of a repeated request. */
  key: string
  inputHash: string
}
