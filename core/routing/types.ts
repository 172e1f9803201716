import type { HandlingClass, Kind } from '../ticket/words'
import type { Place } from '../ticket/types'

/** What a proposal is made from (R-D1). */
export interface Submission {
  words: string
  kind?: Kind
  place?: Place
  confidential: boolean
  accusedUnitIds: string[]
}

export interface Guess<T> {
  value: T
  /** 0…1 */
  confidence: number
  /** In words: which rule, which keyword, which similar past tickets. */
  reasons: string[]
}

/** One category a matter may belong to, and what follows from it. */
export interface Alternative {
  categoryId: Guess<string>
  leadUnitId: Guess<string>
  coUnitIds: string[]
  handlingClass: Guess<HandlingClass>
}

/** R-D1: what the system proposes. */
export interface Proposal extends Alternative {
  kind: Guess<Kind>
  urgent: Guess<boolean>
  /** The next likely categories, at most two; absent in tickets from before there were any. */
  others?: Alternative[]
}
