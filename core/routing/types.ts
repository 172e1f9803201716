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

/** R-D1: what the system proposes. The learning model comes behind the same function `propose(submission, knowledge)`. */
export interface Proposal {
  kind: Guess<Kind>
  categoryId: Guess<string>
  leadUnitId: Guess<string>
  coUnitIds: string[]
  handlingClass: Guess<HandlingClass>
  urgent: Guess<boolean>
}
